"""What likeness compares."""

from hypothesis import strategies as st

from partners.likeness.faces import face

APART = [
    ("Baltimore City Health Department", "Baltimore County Health Department"),
    ("Howard County Health Department", "Harford County Health Department"),
    ("Kent County Public Schools", "Cecil County Public Schools"),
    ("Salvation Army - Bellingham", "Salvation Army - Everson"),
    ("Boys & Girls Club of Annapolis", "Boys & Girls Club of Baltimore"),
    ("Habitat for Humanity Island County", "Habitat for Humanity Whatcom County"),
    ("First Baptist Church of Towson", "First Baptist Church of Essex"),
    ("University of Maryland", "University of Maryland at Baltimore"),
    ("University of Maryland Baltimore", "University of Maryland Baltimore County"),
    ("Public School 103", "Public School 104"),
    ("Local 88 Warehouse Workers", "Local 99 Warehouse Workers"),
    ("Oak Hill Elementary School", "Oak Hill High School"),
    ("St. Mary's Church", "St. Mary's School"),
    ("St. Paul Parish", "St. Peter Parish"),
    ("North Shore Clinic", "South Shore Clinic"),
    ("Mercy Hospital", "Mercy Hospital Foundation"),
    ("Baltimore City", "Baltimore City Health Department"),
    ("YMCA of Central Maryland", "YWCA of Central Maryland"),
    ("American Heart Association", "American Lung Association"),
    ("Catholic Charities", "Lutheran Charities"),
    ("Hope House", "Hope Home"),
    ("Marion House", "Martin House"),
    ("Maryland Food Bank", "Maryland Food Network"),
    ("Elm Park", "Oak Park"),
]


WORDS = "city county health clinic of the oak hill riverbend inc 88 st mary food bank zz"
WORD = st.sampled_from(WORDS.split())
NAME = st.lists(WORD, min_size=1, max_size=5).map(" ".join) | st.text(min_size=1, max_size=20)
FACE = st.builds(
    lambda names, emails, phones, cities: face(
        names=names, emails=emails, phones=phones, addresses=[("1 Elm St", c, "MD", "") for c in cities]
    ),
    names=st.lists(NAME, min_size=1, max_size=3),
    emails=st.lists(st.sampled_from(["a@oak.example", "b@oak.example", "c@gmail.com"]), max_size=2),
    phones=st.lists(st.sampled_from(["4105550100", "(410) 555-0100", "911"]), max_size=2),
    cities=st.lists(st.sampled_from(["Towson", "Essex"]), max_size=2),
)  # fmt: skip
