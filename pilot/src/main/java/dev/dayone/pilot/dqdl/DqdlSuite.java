package dev.dayone.pilot.dqdl;

import dev.dayone.pilot.Expectation;
import dev.dayone.pilot.suite.BrokenSuiteException;
import dev.dayone.pilot.suite.Draft;
import dev.dayone.pilot.suite.ForeignRule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;
import software.amazon.glue.dqdl.model.DQRule;

/**
 * A ruleset of DQDL, read for one table.
 *
 * @param file as the pilot names it
 */
public record DqdlSuite(String text, String file) {
    private static final Pattern NO_TYPE = Pattern.compile("Rule Type: (\\S+) is not valid");
    private static final Pattern WHERE_IT_BROKE = Pattern.compile("line \\d+:\\d+ (.*)", Pattern.DOTALL);

    /** The rules, those among them that have no counterpart, and what else the ruleset holds. */
    public List<Expectation> expectations() throws BrokenSuiteException {
        DqdlText cut = DqdlText.cut(text);
        Set<Expectation> expectations = new LinkedHashSet<>();
        boolean failsOnNothing = false;
        for (DqdlText.Rule rule : cut.rules()) {
            ForeignRule foreign = new ForeignRule(file, rule.line(), rule.text(), Map.of());
            try {
                DQRule parsed = DqdlParsing.rule(cut.declarations(), rule.text());
                expectations.addAll(foreign.carried(() -> DqdlRules.expectations(parsed)));
                failsOnNothing |= DqdlRules.failsOnNothing(parsed);
            } catch (InvalidDataQualityRulesetException e) {
                expectations.addAll(foreign.uncarried(unknownType(rule, String.valueOf(e.getMessage()))));
            }
        }
        if (cut.hasAnalyzers()) {
            expectations.addAll(new ForeignRule(file, 1, "Analyzers", Map.of())
                    .uncarried("it asks for statistics, not for a verdict: a run profiles every column"));
        }
        if (failsOnNothing) {
            expectations.addAll(new ForeignRule(file, 1, "a rule on the values of an empty table fails", Map.of())
                    .carried(() -> Draft.all(
                            Draft.of("expect_table_row_count_to_be_between").with("min_value", 1))));
        }
        return new ArrayList<>(expectations);
    }

    /** Which type of rule is not known. Throws where the rule is not DQDL at all. */
    private static String unknownType(DqdlText.Rule rule, String refusal) throws BrokenSuiteException {
        Matcher type = NO_TYPE.matcher(refusal);
        if (type.find() && !DqdlRules.types().contains(type.group(1))) {
            return "the rule type '" + type.group(1) + "' is not known";
        }
        Matcher broke = WHERE_IT_BROKE.matcher(refusal);
        throw new BrokenSuiteException(
                rule.line(),
                "the rule '" + rule.text() + "' is not DQDL"
                        + (broke.find() ? " (" + broke.group(1).strip() + ")" : "")
                        + ", expected a type, its columns and a condition as Glue writes them. Correct it, and put a"
                        + " comma between two rules");
    }
}
