"""The sample coalition: a living example to look around in, made from the files under `data/`.

`files` reads them, `story` turns today's profiles and what they were before into dated steps, `profiles`
writes one step, `chronicle` gives its history the day on which it happened, `preparation` does it all
and `removal` takes it away again. Every date is so many weeks before the day the sample is made.
"""
