package dev.dayone.pilot.dqdl;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import software.amazon.glue.dqdl.exception.InvalidDataQualityRulesetException;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.parser.DQDLParser;

/** Parses rules as AWS Glue does, with its own parser. */
final class DqdlParsing {
    private static final DQDLParser PARSER = new DQDLParser();

    static {
        quietly(() -> {
            try {
                PARSER.parse("Rules = [ RowCount > 0 ]");
            } catch (InvalidDataQualityRulesetException e) {
                throw new IllegalStateException("The parser refuses the simplest rule", e);
            }
        });
    }

    private DqdlParsing() {}

    /** The rule, which may be composed of others. */
    static DQRule rule(String declarations, String text) throws InvalidDataQualityRulesetException {
        List<DQRule> rules =
                PARSER.parse(declarations + "\nRules = [ " + text + "\n ]").getRules();
        if (rules.size() != 1) {
            throw new InvalidDataQualityRulesetException("expected one rule");
        }
        return rules.get(0);
    }

    /**
     * Its grammar was made by ANTLR 4.7, and Spark brings 4.9, which runs it and says on the error stream, once, that the
     * versions differ: no user can act on that.
     */
    private static void quietly(Runnable first) {
        PrintStream errors = System.err;
        System.setErr(new PrintStream(errors, true) {
            @Override
            public PrintStream format(String format, Object... arguments) {
                return format.startsWith("ANTLR ") ? this : super.format(format, arguments);
            }

            @Override
            public PrintStream format(Locale locale, String format, Object... arguments) {
                return format.startsWith("ANTLR ") ? this : super.format(locale, format, arguments);
            }
        });
        try {
            first.run();
        } finally {
            System.setErr(errors);
        }
    }
}
