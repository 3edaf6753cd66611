package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows that are deleted by a flag, a status or a time only, and still there for whoever reads the table. */
final class DeletedByFlag implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "deleted-by-flag", "Rows are deleted by a flag, a status or a time only.")
            .because(
                    "A system that deletes by marking.",
                    "A pilot that does not know the flag answers from records that nobody keeps up.")
            .mendedBy(
                    "Purge them, or offer a view without them.",
                    "Leave them out, in every query and in what the pilot learns from.",
                    Decider.ENGINEERS);

    private static final String DELETED = "(?:deleted|removed|archived|trashed|voided|purged"
            + "|gel(?:ö|oe)scht|archiviert|supprim(?:é|e)e?|archivée?|eliminad[oa]|borrad[oa]|archivad[oa]"
            + "|eliminat[oa]|archiviat[oa]|verwijderd|gearchiveerd|exclu(?:í|i)d[oa])";
    private static final Pattern FLAG = named("(?:is|ist|est|es|esta)?_?" + DELETED + "(?:_?(?:flag|yn|ind))?"
            + "|del(?:ete)?_?(?:flag|ind)|l(?:ö|oe)sch(?:kz|_?kennzeichen|_?flag)|lvorm|loevm|loekz");
    private static final Pattern TIME = named(DELETED + "_?(?:at|on|date|time|am|le|el|en)|date_?" + DELETED
            + "|deletion_?(?:date|time)" + "|l(?:ö|oe)schdatum|date_?suppression|fecha_?(?:eliminacion|borrado)");
    private static final Pattern MERGING = Pattern.compile("pull|merge|patch|branch|commit|change");
    private static final Pattern GONE = named("(?:soft[ _-]?|marked[ _-]?)?" + DELETED
            + "|trash|spam|junk|archive|corbeille|papierkorb|papelera|gelöschte?|usunięt[ya]");
    private static final Pattern MERGED = named("merged|zusammengeführt|fusionnée?|fusionad[oa]");

    private static Pattern named(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        String name = place.column().name();
        if (FLAG.matcher(name).matches()) {
            return told(place, Flags.rows(place, Flags.YES), "deleted");
        }
        if (TIME.matcher(name).matches() && RowPlace.isTime(place)) {
            return told(place, place.filled(), "deleted");
        }
        List<ValueCount> gone = Flags.isStatus(place)
                ? place.profile().top().stream()
                        .filter(value -> isGone(place, value.value().strip()))
                        .toList()
                : List.of();
        String values = String.join(
                " or ",
                gone.stream().map(value -> "'" + value.value().strip() + "'").toList());
        return told(place, ProfiledPlace.sum(gone), values);
    }

    /** A change to code is merged when it is done. */
    private static boolean isGone(ProfiledPlace place, String value) {
        return GONE.matcher(value).matches()
                || (MERGED.matcher(value).matches()
                        && !MERGING.matcher(place.table().table()).find());
    }

    /** Where all are, the table is an archive. */
    private static @Nullable Finding told(ProfiledPlace place, long rows, String how) {
        return rows == place.profile().rows()
                ? null
                : place.rows(KIND, rows, "marked as " + how + ", and still in the table.");
    }
}
