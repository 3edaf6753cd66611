package dev.dayone.pilot.soda;

import dev.dayone.pilot.suite.UncarriedException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The formats that Soda knows by name, as regular expressions that find the texts that its own find. */
final class SodaFormats {
    private static final String DIGITS = "[0-9]+";
    private static final String CURRENCY = "([A-Z]{3}|[a-z]{3})";
    private static final String DAY = "(3[01]|[12][0-9]|0?[1-9])";
    private static final String MONTH = "(1[0-2]|0?[1-9])";
    private static final String YEAR = "([12][0-9])?[0-9]{2}";
    private static final String BETWEEN = "[-./]";
    private static final String HOUR = "(2[0-3]|[01]?[0-9])";
    private static final String HALF_DAY_HOUR = "(1[0-2]|0?[0-9])";
    private static final String MINUTE = "[0-5]?[0-9]";
    private static final String SECOND = MINUTE + "([.,][0-9]+)?";
    private static final String ISO_DAY =
            "[12][0-9]{3}-?((0[1-9]|1[0-2])-?(3[01]|[12][0-9]|0[1-9])|W[0-5][0-9](-?[1-7])?|[0-3][0-9]{2})";
    private static final String ISO_TIME =
            "[ T]" + HOUR + "(:?[0-5][0-9](:?[0-5][0-9]([.,][0-9]+)?)?)?" + "([+-]" + HOUR + ":?[0-5][0-9]|Z)?";

    private static final Map<String, String> REGEX = new TreeMap<>();

    static {
        signed("integer", DIGITS, "0+", "");
        decimals("", "[.,]");
        decimals(" point", "\\.");
        decimals(" comma", ",");
        REGEX.put("money", blanks("[-+]? *" + decimal("[.,]") + " *" + CURRENCY));
        REGEX.put("money point", blanks("[-+]? *[0-9]{1,3}(,[0-9]{2}[0-9])*(.[0-9]+)? *" + CURRENCY));
        REGEX.put("money comma", blanks("[-+]? *[0-9]{1,3}(\\.[0-9]{2}[0-9])*(,[0-9]+)? *" + CURRENCY));
        REGEX.put("date us", blanks(MONTH + BETWEEN + DAY + BETWEEN + YEAR));
        REGEX.put("date eu", blanks(DAY + BETWEEN + MONTH + BETWEEN + YEAR));
        REGEX.put("date inverse", blanks(YEAR + BETWEEN + MONTH + BETWEEN + DAY));
        REGEX.put("date iso 8601", blanks(ISO_DAY + "(" + ISO_TIME + ")?"));
        REGEX.put("time 24h", blanks(HOUR + ":" + MINUTE + "(:" + SECOND + ")?"));
        REGEX.put("time 24h nosec", blanks(HOUR + ":" + MINUTE));
        REGEX.put("time 12h", blanks(HALF_DAY_HOUR + ":" + MINUTE + "(:" + SECOND + ")?"));
        REGEX.put("time 12h nosec", blanks(HALF_DAY_HOUR + ":" + MINUTE));
        REGEX.put("timestamp 24h", blanks(HOUR + ":" + MINUTE + ":" + SECOND));
        REGEX.put("timestamp 12h", blanks(HALF_DAY_HOUR + ":" + MINUTE + ":" + SECOND));
        REGEX.put("uuid", "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$");
        REGEX.put("ip address", "^([0-9]{1,3}\\.){3}[0-9]{1,3}$");
        REGEX.put("ipv4 address", "^([0-9]{1,3}\\.){3}[0-9]{1,3}$");
        REGEX.put(
                "email",
                "^[a-zA-Z0-9\u00C0-\u00FF\u0100-\u017F\u0180-\u0233._%+-]+@"
                        + "[a-zA-Z0-9\u00C0-\u00FF\u0100-\u017F\u0180-\u0233._%-]+\\.[A-Za-z]{2,4}$");
        REGEX.put("phone number", "^((\\+[0-9]{1,2}\\s)?\\(?[0-9]{3}\\)?[\\s.-])?[0-9]{3}[\\s.-][0-9]{4}$");
        // Soda's own begins at the text's start for fourteen digits alone, and ends at its end for the last form alone.
        REGEX.put("credit card number", "^[0-9]{14}|[0-9]{15}|([0-9]{4}-){3}[0-9]{4}|([0-9]{4} ){3}[0-9]{4}$");
    }

    private SodaFormats() {}

    /** Throws {@link UncarriedException} for a format that is not known. */
    static String regex(String format) {
        String regex = REGEX.get(format);
        if (regex == null) {
            throw new UncarriedException("the format '" + format + "' is not known");
        }
        return regex;
    }

    static Set<String> names() {
        return REGEX.keySet();
    }

    private static void decimals(String name, String mark) {
        signed("decimal" + name, decimal(mark), zeros(mark), "");
        signed("percentage" + name, decimal(mark), zeros(mark), " *%");
    }

    private static void signed(String name, String number, String zero, String end) {
        REGEX.put(name, blanks("[-+]? *" + number + end));
        REGEX.put("positive " + name, blanks("\\+? *" + number + end));
        REGEX.put("negative " + name, blanks("(- *" + number + "|" + zero + ")" + end));
    }

    private static String decimal(String mark) {
        return "([0-9]+(" + mark + "[0-9]+)?|" + mark + "[0-9]+)";
    }

    private static String zeros(String mark) {
        return "(0+(" + mark + "0+)?|" + mark + "0+)";
    }

    private static String blanks(String regex) {
        return "^ *" + regex + " *$";
    }
}
