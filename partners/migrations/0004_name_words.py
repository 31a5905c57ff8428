from django.db import migrations

# What two spellings of one organisation's name share. Examples:
#   partners_name_words('Arc of Baltimore, Inc., The') = 'arc of baltimore'
#   partners_name_words('St. Mary’s Café & Clinic')    = 'st marys cafe and clinic'
# Only marks of punctuation are taken out, so that names in any script keep their letters. What would
# be left empty stays as it is: 'The' = 'the'.
NAME_WORDS = r"""
CREATE FUNCTION partners_name_words(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN coalesce(
    nullif(trim(regexp_replace(regexp_replace(
        trim(regexp_replace(regexp_replace(replace(plain_text($1), '&', ' and '),
            '[''’‘`´.]', '', 'g'),
            '[][[:space:]!"#$%()*+,/:;<=>?@\\^_{|}~–—‐…·«»“”-]+', ' ', 'g')),
        '^the ', ''),
        '( (the|inc|incorporated|llc|corp|corporation|ltd|pllc))+$', '')), ''),
    plain_text(trim($1)));

-- The host of a web address: partners_web_host('https://www.Arc.org/about') = 'arc.org'
CREATE FUNCTION partners_web_host(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN substring(lower(trim($1)) from '^(?:[a-z]+://)?(?:www\.)?([^/:?#@[:space:]]+\.[^/:?#@[:space:]]+)');

-- partners_phone_digits('+1 (410) 555-0100 ext. 12') = '4105550100'
CREATE FUNCTION partners_phone_digits(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN right(regexp_replace(regexp_replace(lower($1), '(x|ext|#).*$', ''), '\D', '', 'g'), 10);
"""

DROP = """
DROP FUNCTION partners_phone_digits(text);
DROP FUNCTION partners_web_host(text);
DROP FUNCTION partners_name_words(text);
"""


class Migration(migrations.Migration):
    dependencies = [("partners", "0003_search")]
    operations = [migrations.RunSQL(NAME_WORDS, DROP)]
