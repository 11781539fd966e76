"""Validates JSON documents with a JSON Schema, apart from everything this project wrote.

validate.py SCHEMA        reads one document a line, prints "ok" or "no" for each
"""
import json
import sys

import jsonschema


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for line in sys.stdin:
        print("ok" if validator.is_valid(json.loads(line)) else "no")


main()
