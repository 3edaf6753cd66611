package dev.dayone.readiness.render;

import dev.dayone.pilot.report.Agreement;
import dev.dayone.pilot.report.Agreement.Attribute;
import dev.dayone.pilot.report.Agreement.Clock;
import dev.dayone.pilot.report.Agreement.Relation;
import dev.dayone.readiness.wording.AgreementWords;
import dev.dayone.readiness.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What matched rows of a link say about each other, on the page. */
record AgreementView(
        @Nullable String pairs,
        List<String> clocks,
        List<Row> rows,
        @Nullable String lacks) {
    static AgreementView of(@Nullable Agreement agreement) {
        if (agreement == null) {
            return new AgreementView(null, List.of(), List.of(), null);
        }
        return new AgreementView(
                Numbers.count(agreement.pairs()),
                agreement.clocks().stream().map(AgreementView::clock).toList(),
                agreement.attributes().stream().map(AgreementView::row).toList(),
                agreement.lacks());
    }

    /** Whether there is anything to show. */
    public boolean shown() {
        return !clocks.isEmpty() || !rows.isEmpty() || lacks != null;
    }

    private static String clock(Clock clock) {
        List<String> sentences = new ArrayList<>(List.of(AgreementWords.clock(clock)));
        String cause = clock.cause();
        if (cause != null && clock.relation() != Relation.SAME) {
            sentences.add(cause);
        }
        return String.join(" ", sentences);
    }

    private static Row row(Attribute attribute) {
        return new Row(
                attribute.from().column(),
                attribute.to().column(),
                Numbers.count(attribute.pairs()),
                Numbers.percent((double) attribute.same() / attribute.pairs()),
                Numbers.percent((double) attribute.written() / attribute.pairs()),
                Numbers.percent((double) attribute.conflicting() / attribute.pairs()));
    }

    /** A column that both sides hold. */
    record Row(String from, String to, String pairs, String same, String written, String conflicting) {}
}
