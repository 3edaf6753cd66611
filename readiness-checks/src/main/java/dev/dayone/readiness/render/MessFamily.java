package dev.dayone.readiness.render;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What sort of mess a finding is: a column of the heat map. */
enum MessFamily {
    EMPTY("empty", "No value, a blank, or a word that stands for none"),
    FORMS("several forms", "One thing written in several ways, or of several types"),
    TEXT("broken text", "Blanks around values, broken characters, markup, texts cut off"),
    WRONG("wrong values", "Values that cannot be, or that do not fit their neighbours"),
    TIMES("times", "Default dates, dates in the future, ends before starts, nothing new for long, clocks that differ"),
    REPEATED("repeated", "The same thing more than once, or several things in one"),
    JOINS("does not join", "Keys that lead nowhere"),
    PERSONAL("personal", "Personal data, or what must not reach a model"),
    SHAPE("shape", "Meaning that is not in the value: codes, one row an attribute, ids of several tables"),
    RULES("breaks a rule", "Rows that break a check of the pilot"),
    OTHER("other", "All other findings");

    private static final Map<String, MessFamily> OF_KINDS = Stream.of(
                    of(EMPTY, "empty-columns", "empty-texts", "empty-table", "placeholders", "filled-since"),
                    of(EMPTY, "needed-column-empty", "needed-column-missing", "required-left-empty"),
                    of(FORMS, "several-date-forms", "several-phone-forms", "several-spellings", "letter-case-differs"),
                    of(FORMS, "names-in-capitals", "typed-values-as-text", "leading-zeros-lost", "rare-values"),
                    of(TEXT, "blanks-around-values", "broken-characters", "markup-in-text", "texts-cut-off"),
                    of(WRONG, "beyond-scale", "values-altered", "names-swapped", "test-records", "deleted-by-flag"),
                    of(WRONG, "inactive-by-flag", "conflicting-values"),
                    of(
                            TIMES,
                            "default-dates",
                            "default-birth-dates",
                            "end-before-start",
                            "stale-table",
                            "flow-not-fresh"),
                    of(TIMES, "clock-shift", "day-shift", "time-of-day-lost", "sync-lag"),
                    of(REPEATED, "duplicate-rows", "near-duplicates", "merged-records", "table-without-key"),
                    of(REPEATED, "shared-mailboxes", "mail-aliases"),
                    of(JOINS, "keys-do-not-join", "dangling-references", "link-undecided", "link-without-answer"),
                    of(PERSONAL, "personal-data", "account-numbers-in-text"),
                    of(SHAPE, "polymorphic-reference", "attribute-table", "coded-values", "choices-never-used"),
                    of(RULES, "check-failed", "check-undecided", "check-without-answer"))
            .flatMap(map -> map.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String label;
    private final String meaning;

    MessFamily(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** The family of a finding's kind; kinds that no family knows are {@link #OTHER}. */
    static MessFamily ofKind(String kind) {
        return OF_KINDS.getOrDefault(kind, OTHER);
    }

    private static Map<String, MessFamily> of(MessFamily family, String... kinds) {
        return Stream.of(kinds).collect(Collectors.toMap(kind -> kind, kind -> family));
    }

    /** Two words. */
    public String label() {
        return label;
    }

    /** A sentence without a full stop. */
    public String meaning() {
        return meaning;
    }
}
