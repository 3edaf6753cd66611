package dev.dayone.readiness.mess;

import dev.dayone.pilot.report.Finding;
import dev.dayone.pilot.report.ValueCount;
import dev.dayone.readiness.finding.Decider;
import dev.dayone.readiness.finding.FindingKind;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows that a flag or a status calls inactive, in tables of what should be known by being there. */
final class InactiveByFlag implements ColumnDefect {
    private static final FindingKind KIND = FindingKind.named(
                    "inactive-by-flag", "Rows are marked as inactive and stand among the active ones.")
            .because(
                    "A system that keeps who left and what is no longer used, for the records that point there.",
                    "A pilot that does not know the flag assigns work to people who left, and names what is gone.")
            .mendedBy(
                    "Offer a view of the active ones.",
                    "Choose among the active ones alone; keep the others for looking up what is old.",
                    Decider.SYSTEM_OWNER);

    private static final Pattern ACTIVE = named("(?:is|ist|est|es|esta)?_?(?:active|enabled|aktiv|actif|activ[oa]"
            + "|attiv[oa]|actief|ativ[oa])(?:_?(?:flag|yn|ind))?");
    private static final Pattern INACTIVE =
            named("(?:is|ist|est|es|esta)?_?(?:inactive|disabled|deactivated|inaktiv|deaktiviert|inacti(?:f|ve)"
                    + "|désactivée?|inactiv[oa]|desactivad[oa]|inattiv[oa]|inactief|inativ[oa])(?:_?(?:flag|yn|ind))?");
    /** Things that are switched on and off, or end, by their nature: that is no mark upon the record. */
    private static final Pattern SWITCHED =
            named(".*(?:subscription|abo|contract|vertrag|vertraeg|verträg|licen[sc]e|plan|product"
                    + "|produkt|price|preis|offer|campaign|coupon|promotion|discount|trigger|rule|automation|macro|workflow"
                    + "|feature|flag|setting|option|job|schedule|alert|polic|session|token|key|webhook|hook|integration|module"
                    + "|plugin|sla|form|field|template|version)(?:s|es|e|n|en|ies|y|s?_.*)?");

    private static Pattern named(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public @Nullable Finding find(ProfiledPlace place) {
        long rows = SWITCHED.matcher(place.table().table()).matches() ? 0 : inactive(place);
        return rows == place.filled() ? null : place.rows(KIND, rows, "marked as inactive, and still in the table.");
    }

    private static long inactive(ProfiledPlace place) {
        String name = place.column().name();
        if (ACTIVE.matcher(name).matches()) {
            return Flags.rows(place, Flags.NO);
        }
        if (INACTIVE.matcher(name).matches()) {
            return Flags.rows(place, Flags.YES);
        }
        return Flags.isStatus(place)
                ? place.profile().top().stream()
                        .filter(value -> INACTIVE.matcher(value.value().strip()).matches())
                        .mapToLong(ValueCount::count)
                        .sum()
                : 0;
    }
}
