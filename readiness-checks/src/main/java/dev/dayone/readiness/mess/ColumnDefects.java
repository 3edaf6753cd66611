package dev.dayone.readiness.mess;

import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.TableReport;
import dev.dayone.readiness.finding.FindingKind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All kinds of mess that are looked for in every column. */
public final class ColumnDefects {
    private static final List<ColumnDefect> ALL = List.of(
            new BeyondScale(),
            new BlanksAround(),
            new BrokenCharacters(),
            new Capitals(),
            new DateForms(),
            new DeletedByFlag(),
            new EmptyTexts(),
            new InactiveByFlag(),
            new LetterCase(),
            new Markup(),
            new PhoneForms(),
            new Placeholders(),
            new RareValues(),
            new ZerosLost());

    private ColumnDefects() {}

    /** What can be wrong with a column. */
    public static Stream<FindingKind> kinds() {
        return ALL.stream().map(ColumnDefect::kind);
    }

    /** What is wrong with the columns of a table; {@code together}: how many of its rows were drawn together. */
    public static Stream<Finding> of(TableRef table, TableReport report, double together) {
        return report.columns().stream().flatMap(column -> ALL.stream()
                .map(defect -> defect.find(new ProfiledPlace(table, report, column, together)))
                .filter(Objects::nonNull));
    }
}
