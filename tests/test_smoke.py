from treatydiff import compare, load


def test_the_bundled_reports_compare() -> None:
    comparison = compare(load())
    assert [r.document.id for r in comparison.readings] == ["ap", "times"]
    assert comparison.findings
