"""schemathesis tries the API by its own description: what it promises holds, and nothing makes the server fall."""

import json

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.specs.openapi.checks import negative_data_rejection

from plainletter.desk.api import make_api
from plainletter.desk.api.description import description_of
from plainletter.desk.api.reading import LINES
from plainletter.desk.options import Service
from plainletter.desk.workers import Workers

# A request that is right by its shape may still be wrong in what it says: an unknown rule, a case without its parts.
CONFIG = SchemathesisConfig.from_dict(
    {
        "generation": {"max-examples": 10, "deterministic": True},
        "checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", 404, 422]}},
    }
)
with Workers(1) as workers:  # which do nothing here: the server has its own
    DESCRIPTION = description_of(make_api(Service(), workers), token=False)
schema = schemathesis.openapi.from_dict(DESCRIPTION, config=CONFIG).include(path_regex="^/v1/")


@schemathesis.serializer(LINES)
def as_lines(ctx, value):
    return value.encode() if isinstance(value, str) else json.dumps(value).encode()


@schema.parametrize()
def test_every_answer_is_one_that_the_description_promises(case, server):
    # Of a stream, any text will do: a line that cannot be used is answered by a line.
    passed_over = [negative_data_rejection] if case.media_type == LINES else []
    case.call_and_validate(base_url=server.url, excluded_checks=passed_over)
