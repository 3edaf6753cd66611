package dev.dayone.readiness.render;

import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.wording.Numbers;
import java.util.List;

/** A value or shape on the page, cut to what a reader takes in, with its share or count. */
record ValueView(String value, String often) {
    private static final int LONGEST = 48;

    static List<ValueView> of(List<ValueCount> values, long rows, int limit) {
        return values.stream()
                .limit(limit)
                .map(value -> new ValueView(
                        TextCells.cut(PlainText.spaced(value.value()), LONGEST),
                        rows > 0 ? Numbers.percent((double) value.count() / rows) : Numbers.count(value.count())))
                .toList();
    }
}
