package dev.dayone.app.command;

import dev.dayone.pilot.Severity;
import dev.dayone.pilot.TableRef;
import dev.dayone.pilot.report.Finding;
import dev.dayone.sample.defect.DefectKind;
import dev.dayone.sample.defect.PlantedDefects;
import dev.dayone.sample.defect.PlantedDefects.Planted;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How many of the kinds of defect that were planted a run found, each by a finding of the kind that means it, at the table
 * and column where it was planted.
 *
 * @param planted kinds
 * @param recall the share of them that was found
 * @param falseAlarms findings of severity major or more at tables without a defect
 * @param missed the kinds that were not found
 */
record PlantedScore(int planted, double recall, int falseAlarms, List<String> missed) {
    private static final Map<DefectKind, String> MEANT = new EnumMap<>(Map.ofEntries(
            Map.entry(DefectKind.CONTACT_EMAIL_CASE, "letter-case-differs"),
            Map.entry(DefectKind.REQUESTER_EMAIL_CASE, "letter-case-differs"),
            Map.entry(DefectKind.CONTACT_EMAIL_BLANKS, "blanks-around-values"),
            Map.entry(DefectKind.REQUESTER_EMAIL_BLANKS, "blanks-around-values"),
            Map.entry(DefectKind.CONTACT_EMAIL_PLACEHOLDER, "placeholders"),
            Map.entry(DefectKind.REQUESTER_EMAIL_PLACEHOLDER, "placeholders"),
            Map.entry(DefectKind.CONTACT_PHONE_PLACEHOLDER, "placeholders"),
            Map.entry(DefectKind.TICKET_DESCRIPTION_PLACEHOLDER, "placeholders"),
            Map.entry(DefectKind.CONTACT_EMAIL_EMPTY, "empty-texts"),
            Map.entry(DefectKind.CONTACT_NAME_MOJIBAKE, "broken-characters"),
            Map.entry(DefectKind.TICKET_MOJIBAKE, "broken-characters"),
            Map.entry(DefectKind.CONTACT_BIRTH_DATE_DEFAULT, "default-birth-dates"),
            Map.entry(DefectKind.DEAL_DATE_FAR_FUTURE, "default-dates"),
            Map.entry(DefectKind.TICKET_DATE_ZERO, "values-altered"),
            Map.entry(DefectKind.CONTACT_DATE_FORMATS, "several-date-forms"),
            Map.entry(DefectKind.CONTACT_DELETED_FLAG, "deleted-by-flag"),
            Map.entry(DefectKind.TICKET_DELETED_FLAG, "deleted-by-flag"),
            Map.entry(DefectKind.CONTACT_COUNTRY_SPELLING, "several-spellings"),
            Map.entry(DefectKind.DEAL_STAGE_UNKNOWN, "rare-values"),
            Map.entry(DefectKind.TICKET_STATUS_UNKNOWN, "rare-values"),
            Map.entry(DefectKind.RATING_OUT_OF_RANGE, "rare-values"),
            Map.entry(DefectKind.DEAL_PROBABILITY_RANGE, "beyond-scale"),
            Map.entry(DefectKind.CONTACT_PHONE_FORMAT, "several-phone-forms"),
            Map.entry(DefectKind.ORGANISATION_REF_ZEROS_LOST, "leading-zeros-lost"),
            Map.entry(DefectKind.ORGANISATION_NAME_VARIANT, "names-in-capitals"),
            Map.entry(DefectKind.ACCOUNT_REVENUE_TEXT, "typed-values-as-text"),
            Map.entry(DefectKind.DEAL_CURRENCY_IN_AMOUNT, "typed-values-as-text"),
            Map.entry(DefectKind.ACTIVITIES_STALE, "stale-table"),
            Map.entry(DefectKind.TICKET_HTML, "markup-in-text"),
            Map.entry(DefectKind.RATING_TABLE_WITHOUT_KEY, "table-without-key"),
            Map.entry(DefectKind.CONTACT_EMAIL_ALIAS, "mail-aliases"),
            Map.entry(DefectKind.REQUESTER_EMAIL_ALIAS, "mail-aliases"),
            Map.entry(DefectKind.CONTACT_EMAIL_SHARED, "shared-mailboxes"),
            Map.entry(DefectKind.CONTACT_DUPLICATE_EXACT, "duplicate-rows"),
            Map.entry(DefectKind.CONTACT_DUPLICATE_NEAR, "near-duplicates"),
            Map.entry(DefectKind.CONTACT_NAMES_SWAPPED, "names-swapped"),
            Map.entry(DefectKind.CONTACT_TEST_RECORD, "test-records"),
            Map.entry(DefectKind.TICKET_TEST, "test-records"),
            Map.entry(DefectKind.CONTACT_SOURCE_ONLY_RECENT, "filled-since"),
            Map.entry(DefectKind.TICKET_AREA_ONLY_RECENT, "filled-since"),
            Map.entry(DefectKind.ACCOUNT_MERGED, "merged-records"),
            Map.entry(DefectKind.DEAL_CLOSED_BEFORE_CREATED, "end-before-start"),
            Map.entry(DefectKind.TICKET_SOLVED_BEFORE_CREATED, "end-before-start"),
            Map.entry(DefectKind.TICKET_TRUNCATED, "texts-cut-off"),
            Map.entry(DefectKind.TICKET_PERSONAL_DATA, "account-numbers-in-text"),
            Map.entry(DefectKind.CONTACT_ACCOUNT_ORPHAN, "keys-do-not-join"),
            Map.entry(DefectKind.ACTIVITY_CONTACT_ORPHAN, "dangling-references"),
            Map.entry(DefectKind.REQUESTER_NOT_IN_CRM, "keys-do-not-join"),
            Map.entry(DefectKind.ACTIVITY_TIME_ZONE_SHIFT, "clock-shift"),
            Map.entry(DefectKind.TICKET_REQUESTER_ORPHAN, "keys-do-not-join"),
            Map.entry(DefectKind.TICKET_ASSIGNEE_ORPHAN, "dangling-references"),
            Map.entry(DefectKind.COMMENT_TICKET_ORPHAN, "dangling-references")));

    private static final Set<DefectKind> WHOLE_ROWS =
            EnumSet.of(DefectKind.CONTACT_DUPLICATE_EXACT, DefectKind.CONTACT_DUPLICATE_NEAR);

    /** Of a run's findings. A kind of which no row was planted is not asked for. */
    static PlantedScore of(PlantedDefects truth, List<Finding> findings) {
        List<Planted> planted =
                truth.defects().stream().filter(defect -> defect.count() > 0).toList();
        List<String> missed = planted.stream()
                .filter(defect -> findings.stream().noneMatch(finding -> means(defect, finding)))
                .map(Planted::name)
                .toList();
        long alarms = findings.stream()
                .filter(finding -> finding.severity() != Severity.MINOR)
                .filter(finding -> truth.cleanTables().stream().anyMatch(table -> isAt(finding.place(), table)))
                .count();
        double recall = planted.isEmpty() ? 1 : (double) (planted.size() - missed.size()) / planted.size();
        return new PlantedScore(planted.size(), recall, (int) alarms, missed);
    }

    private static boolean means(Planted defect, Finding finding) {
        DefectKind kind =
                DefectKind.valueOf(defect.name().toUpperCase(Locale.ROOT).replace('-', '_'));
        TableRef table = new TableRef(defect.source(), defect.table());
        // Of what repeats, whole rows are alike.
        boolean ofTable = kind.unit() == DefectKind.Unit.TABLE || WHOLE_ROWS.contains(kind);
        return finding.kind().equals(MEANT.get(kind))
                && (ofTable
                        ? finding.place().equals(table.toString())
                        : defect.columns().stream().anyMatch(column -> finding.place()
                                .equals(table.column(column).toString())));
    }

    private static boolean isAt(String place, String table) {
        return place.equals(table) || place.startsWith(table + ".");
    }

    /** In a line or two for a terminal. */
    String tell() {
        String found =
                Math.round(recall * planted) + " of " + planted + " planted kinds found where they were planted ("
                        + Math.round(100 * recall) + " %), " + falseAlarms + " false alarms on clean tables.";
        return missed.isEmpty()
                ? found
                : found + System.lineSeparator() + "         Missed: " + String.join(", ", missed);
    }
}
