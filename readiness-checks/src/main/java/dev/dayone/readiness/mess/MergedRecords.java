package dev.dayone.readiness.mess;

import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Records that were merged into another one and are still there. */
final class MergedRecords implements RowDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "merged-records", "Records that were merged into another are still there.")
            .because(
                    "A system that keeps what it merges, marked by a status or a pointer.",
                    "What points to them finds an empty shell instead of the record that lives on.")
            .mendedBy(
                    "Point to the record that lives on, and purge what was merged.",
                    "Follow the pointer before anything is read of the record.",
                    Decider.ENGINEERS);

    private static final Pattern POINTER = Pattern.compile(
            "(?:merged|superseded|replaced|duplicate)_?(?:into|by|of|with|to)?_?(?:id|ref|key|account|contact|record)*",
            Pattern.CASE_INSENSITIVE);
    private static final CountingWatch.Told TOLD =
            new CountingWatch.Told(1, 1, "that were merged into another record and are still there.");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public Stream<RowWatch> watches(RowPlace place) {
        return place
                .columns(column -> POINTER.matcher(column.column().name()).matches()
                        && !RowPlace.isTime(column)
                        && column.filled() < column.profile().rows())
                .stream()
                .map(column -> new CountingWatch(KIND, place, column, text -> !text.isBlank(), TOLD));
    }
}
