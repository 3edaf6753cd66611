package dev.dayone.readiness.link.clean;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Writes a number kept as text as its digits: {@code 42.0}, {@code +42}, {@code 4.2E1} and {@code 1,234} of a spreadsheet. */
final class NumberAsText implements KeyCleaner {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{0,20})?([eE][+]?\\d{1,2})?");
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?\\d{1,3}([,'\\x{2019} \\x{A0}\\x{202F}])\\d{3}(\\1\\d{3})*(\\.0*)?");
    private static final Pattern GROUPS = Pattern.compile("[^\\d.+-]");

    @Override
    public String name() {
        return "number as text";
    }

    @Override
    public String difference() {
        return "in how a number is written";
    }

    @Override
    public boolean appliesTo(KeyLook from, KeyLook to) {
        return (from.writtenOtherwise() > 0 || to.writtenOtherwise() > 0) && from.holdsNumbers() && to.holdsNumbers();
    }

    @Override
    public String clean(String key) {
        String plain = GROUPED.matcher(key).matches() ? GROUPS.matcher(key).replaceAll("") : key;
        if (!isWrittenOtherwise(key)) {
            return key;
        }
        BigDecimal number = new BigDecimal(plain);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Whether it is a number in other than its plain digits; leading zeros alone are another matter. */
    static boolean isWrittenOtherwise(String key) {
        return GROUPED.matcher(key).matches()
                || (NUMBER.matcher(key).matches() && !key.chars().allMatch(Character::isDigit) && isNoPlain(key));
    }

    private static boolean isNoPlain(String key) {
        String plain = new BigDecimal(key).toPlainString();
        return !key.equals(plain) || plain.matches(".*\\.\\d*0");
    }
}
