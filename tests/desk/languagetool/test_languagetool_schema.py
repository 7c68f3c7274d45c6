"""schemathesis tries the addresses of LanguageTool's API by their own description."""

import schemathesis
from schemathesis.config import SchemathesisConfig

from plainletter.desk.api import make_api
from plainletter.desk.api.description import description_of
from plainletter.desk.options import Service
from plainletter.desk.workers import Workers

# A form that is right by its shape may still want nothing but rules that it does not name, or hold data that are no JSON.
CONFIG = SchemathesisConfig.from_dict(
    {
        "generation": {"max-examples": 25, "deterministic": True},
        "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", 400]}},
    }
)
DESCRIPTION = description_of(make_api(Service(), Workers(1)), token=False)
schema = schemathesis.openapi.from_dict(DESCRIPTION, config=CONFIG).include(path_regex="^/v2/")


@schema.parametrize()
def test_every_answer_is_one_that_the_description_promises(case, server):
    case.call_and_validate(base_url=server)
