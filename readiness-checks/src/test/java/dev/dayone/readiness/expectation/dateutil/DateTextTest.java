package dev.dayone.readiness.expectation.dateutil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The answers are those of dateutil 2.9.0. */
class DateTextTest {
    private static final DateText TEXT = new DateText(LocalDate.of(2026, 1, 2));

    static final List<String> READ = List.of(
            "2019-04-01",
            "01/01/2010",
            "2003-09-25T10:49:41.5-03:00",
            "2003-09-25T10:49:41",
            "2003-09-25T10:49",
            "2003-09-25T10",
            "20030925T104941",
            "20030925",
            "Thu Sep 25 10:36:28 2003",
            "Thu Sep 25 2003",
            "Sep 25 2003",
            "25 Sep 2003",
            "Sep 2003",
            "Sep",
            "2003",
            "10:36:28",
            "10:36",
            "10pm",
            "10h36m28s",
            "Thu, 25 Sep 2003 10:49:41 -0300",
            "2003.09.25",
            "25.09.2003",
            "25/09/2003",
            "09-25-2003",
            "9/25/03",
            "2003-Sep-25",
            "25-Sep-2003",
            "July 4, 1976",
            "4 jul 1976",
            "1976-07-04T00:01:02Z",
            "99",
            "5",
            "3rd of May 2001",
            "May 3rd, 2001",
            "2nd",
            "Monday",
            "mon",
            "2020/1/2 3:04 PM",
            "2020-01-01 00:00:00.123456 UTC",
            "1.2.2020",
            "01.02",
            "3.14",
            "-5",
            "2020-1",
            "10/2019",
            "Fri",
            "12am",
            "2020-01-01T",
            "2020-01-01T12:00:00+0530",
            "20200101120000",
            "1/1/1",
            "2020-01-01,",
            "Jan of 99",
            "10 h 36.5 m",
            "Sep.20.2009",
            "99-Jan-01",
            "11 nov 2003 10:36 GMT+3",
            "2003-09-25 10:49:41 -0300 (BRST)",
            "2003-09-25 10:49 -3",
            "030925 104941.5",
            "10 pm",
            "13 pm",
            "10,5");

    static final List<String> NOT_READ = List.of(
            "abc",
            "cat",
            "",
            "n/a",
            "31/31/2020",
            "2020-02-30",
            "2020-13-01",
            "12345678901",
            "1718000000",
            "1718000000000",
            "today",
            "yesterday",
            "2021-W05-3",
            "2021-123",
            "13:45:99",
            "2020-01-01 25:00",
            "Jan 32 2020",
            "2020-01-01 CET",
            "2020\u5e741\u67081\u65e5",
            "AM",
            "T",
            "0000-00-00",
            "0000-00-00 00:00:00",
            "2020-01-01 foo",
            "a 2020-01-01",
            "nan",
            "10:36 INF",
            "10:36 -30000",
            "Jan Feb 2003",
            "1/2/3/4",
            "Jan-");

    @ParameterizedTest
    @FieldSource("READ")
    void readsWhatDateutilReads(String text) {
        assertThat(TEXT.call(text)).isTrue();
    }

    @ParameterizedTest
    @FieldSource("NOT_READ")
    void refusesWhatDateutilRefuses(String text) {
        assertThat(TEXT.call(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"31,2026-01-02,true", "31,2026-02-10,false", "29 Feb,2024-05-05,true", "29 Feb,2026-05-05,false"})
    void takesFromAGivenDayWhatATextLeavesOut(String text, LocalDate today, boolean isDate) {
        assertThat(new DateText(today).call(text)).isEqualTo(isDate);
    }

    @Test
    void aMissingTextIsNoDate() {
        assertThat(TEXT.call(null)).isFalse();
    }
}
