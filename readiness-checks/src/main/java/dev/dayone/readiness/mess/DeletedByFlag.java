package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows that are deleted by a flag or a time only, and still there for whoever reads the table. */
final class DeletedByFlag implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "deleted-by-flag", "Rows are deleted by a flag or a time only.")
            .because(
                    "A system that deletes by marking.",
                    "A pilot that does not know the flag answers from records that nobody keeps up.")
            .mendedBy(
                    "Purge them, or offer a view without them.",
                    "Leave them out, in every query and in what the pilot learns from.",
                    Decider.ENGINEERS);

    private static final Pattern FLAG =
            Pattern.compile("(is_?)?(deleted|removed|archived|trashed|voided)(_?(flag|yn))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME =
            Pattern.compile("(deleted|removed|archived|trashed)_?(at|on|date|time)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> YES = Set.of("true", "1", "t", "y", "yes", "x");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        String name = place.column().name();
        long deleted = 0;
        if (FLAG.matcher(name).matches()) {
            deleted = place.profile().top().stream()
                    .filter(value -> YES.contains(value.value().toLowerCase(Locale.ROOT)))
                    .mapToLong(ValueCount::count)
                    .sum();
        } else if (TIME.matcher(name).matches() && isTime(place)) {
            deleted = place.filled();
        }
        // Where all are, the table is an archive.
        return deleted == place.profile().rows()
                ? null
                : place.rows(KIND, deleted, "marked as deleted, and still in the table.");
    }

    private static boolean isTime(ProfiledPlace place) {
        ColumnType.Kind kind = place.column().type().kind();
        return kind == ColumnType.Kind.DATE || kind == ColumnType.Kind.TIMESTAMP;
    }
}
