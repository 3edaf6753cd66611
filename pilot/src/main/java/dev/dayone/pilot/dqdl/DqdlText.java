package dev.dayone.pilot.dqdl;

import dev.dayone.pilot.suite.BrokenSuiteException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A ruleset cut into its rules, so that each is parsed on its own and knows its line.
 *
 * @param declarations the variables, which every rule may use
 */
record DqdlText(String declarations, List<Rule> rules, boolean hasAnalyzers) {
    private static final Pattern START = Pattern.compile("\\bRules\\s*=\\s*\\[");
    private static final Pattern ANALYZERS = Pattern.compile("\\bAnalyzers\\s*=\\s*\\[");
    private static final Pattern SECTION = Pattern.compile("\\b(?:Metadata|DataSources)\\s*=\\s*\\{[^}]*}");
    private static final Pattern HIDDEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|#[^\\n]*");

    DqdlText {
        rules = List.copyOf(rules);
    }

    /** One rule's words and its line, from 1. */
    record Rule(String text, int line) {}

    static DqdlText cut(String text) throws BrokenSuiteException {
        String unix = text.replace("\r\n", "\n");
        String outline = outline(unix);
        Matcher start = START.matcher(outline);
        boolean analyzers = ANALYZERS.matcher(outline).find();
        if (!start.find()) {
            if (analyzers) {
                return new DqdlText("", List.of(), true);
            }
            throw new BrokenSuiteException(
                    1, "no list 'Rules = [ ... ]', expected DQDL. Write the rules into one, separated by commas");
        }
        String before = SECTION.matcher(unix.substring(0, start.start())).replaceAll(" ");
        return new DqdlText(uncommented(before), rules(unix, outline, start.end()), analyzers);
    }

    private static List<Rule> rules(String text, String outline, int from) throws BrokenSuiteException {
        List<Rule> rules = new ArrayList<>();
        int depth = 0;
        int begin = from;
        for (int at = from; at < outline.length(); at++) {
            char c = outline.charAt(at);
            if (depth == 0 && (c == ',' || c == ']')) {
                add(rules, text, outline, begin, at);
                if (c == ']') {
                    return rules;
                }
                begin = at + 1;
            } else if (c == '[' || c == '(') {
                depth++;
            } else if (c == ']' || c == ')') {
                depth--;
            }
        }
        throw new BrokenSuiteException(line(text, from), "the list 'Rules = [' has no end, expected ']'");
    }

    private static void add(List<Rule> rules, String text, String outline, int begin, int end)
            throws BrokenSuiteException {
        int first = begin;
        while (first < end && Character.isWhitespace(outline.charAt(first))) {
            first++;
        }
        String rule = uncommented(text.substring(first, end)).strip().replaceAll("\\s*\\n\\s*", " ");
        if (rule.isEmpty() && (outline.charAt(end) == ',' || !rules.isEmpty())) {
            throw new BrokenSuiteException(line(text, begin), "no rule before '" + outline.charAt(end) + "'");
        }
        if (!rule.isEmpty()) {
            rules.add(new Rule(rule, line(text, first)));
        }
    }

    /** The same text with blanks for what is quoted or commented, so that its brackets and commas count for none. */
    private static String outline(String text) {
        StringBuilder outline = new StringBuilder(text);
        Matcher hidden = HIDDEN.matcher(text);
        while (hidden.find()) {
            boolean comment = text.charAt(hidden.start()) == '#';
            for (int at = hidden.start(); at < hidden.end(); at++) {
                outline.setCharAt(at, comment ? ' ' : '"');
            }
        }
        return outline.toString();
    }

    private static String uncommented(String text) {
        return HIDDEN.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group().startsWith("#") ? "" : found.group()));
    }

    private static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
}
