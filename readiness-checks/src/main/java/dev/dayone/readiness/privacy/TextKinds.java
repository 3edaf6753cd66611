package dev.dayone.readiness.privacy;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Tells what a text holds. Cheap looks at single bytes first, for it runs over millions of values; a regular expression
 * only where those leave one candidate.
 */
public final class TextKinds {
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[\\p{L}\\p{N}-]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./-]{5,22}(?: ?(?:x|ext\\.?) ?\\d{1,5})?");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?");
    private static final Pattern IP =
            Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}|(?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}");
    private static final Pattern TIMESTAMP = Pattern.compile(
            "(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4})[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?"
                    + "(?: ?(?:Z|UTC|[+-]\\d{2}:?\\d{2}))?");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(?:\\d+[.,]\\d+|\\.\\d+|\\d{1,3}(?:[.,']\\d{3})+(?:[.,]\\d+)?)(?:[eE][+-]?\\d+)?");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");
    private static final Pattern URL = Pattern.compile("(?i)(?:https?|ftp)://\\S+|www\\.\\S+\\.\\S+");
    private static final Pattern HTML = Pattern.compile(
            "(?s).*<(?i:p|br|div|span|a|b|i|ul|ol|li|table|tr|td|html|body|img|strong|em|h[1-6])(?:\\s[^>]*)?/?>.*");
    private static final Pattern PERSON = Pattern.compile(
            "\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}\\.?[\\p{L}'’-]*){1,2}|\\p{Lu}[\\p{L}'’-]+, \\p{Lu}[\\p{L}'’-]+");
    private static final Pattern VERSION = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3,}");
    private static final int LONGEST_MATCHED = 200;

    private TextKinds() {}

    /** The kind of a text. */
    public static TextKind of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    /** The kind of the text in UTF-8 bytes {@code from} to {@code to}. */
    public static TextKind of(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (bytes[start] & 0xff) <= ' ') {
            start++;
        }
        while (end > start && (bytes[end - 1] & 0xff) <= ' ') {
            end--;
        }
        if (start == end) {
            return TextKind.BLANK;
        }
        int digits = 0;
        int spaces = 0;
        int at = 0;
        int angle = 0;
        int dots = 0;
        for (int i = start; i < end; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                digits++;
            } else if (b == ' ') {
                spaces++;
            } else if (b == '@') {
                at++;
            } else if (b == '<') {
                angle++;
            } else if (b == '.') {
                dots++;
            }
        }
        return of(new Looks(bytes, start, end, digits, spaces, at, angle, dots));
    }

    private static TextKind of(Looks looks) {
        int length = looks.length();
        byte first = looks.bytes[looks.start];
        if (first == '{' || first == '[') {
            byte last = looks.bytes[looks.end - 1];
            if ((first == '{' && last == '}') || (first == '[' && last == ']' && length > 2)) {
                return TextKind.JSON;
            }
        }
        if (looks.angle > 0 && HTML.matcher(looks.text()).matches()) {
            return TextKind.HTML;
        }
        if (looks.digits == length || (looks.digits == length - 1 && length > 1 && (first == '-' || first == '+'))) {
            return looks.digits == length ? ofNumber(looks) : TextKind.INTEGER;
        }
        if (looks.spaces == 0 && looks.at == 0 && Base64Text.is(looks.bytes, looks.start, looks.end)) {
            return TextKind.BASE64;
        }
        if (length > LONGEST_MATCHED) {
            return looks.spaces >= 4 ? TextKind.SENTENCE : TextKind.TEXT;
        }
        if (looks.digits == 0 && looks.at == 0 && length <= 5 && isBoolean(looks.text())) {
            return TextKind.BOOLEAN;
        }
        if (looks.at == 1 && looks.dots > 0 && EMAIL.matcher(looks.text()).matches()) {
            return TextKind.EMAIL;
        }
        return looks.digits > 0 ? ofDigits(looks, first) : ofLetters(looks);
    }

    private static TextKind ofNumber(Looks looks) {
        if (looks.length() < 11 || looks.length() > 19) {
            return TextKind.INTEGER;
        }
        if (Checksums.isCard(looks.text())) {
            return TextKind.CARD;
        }
        return Checksums.isPersonNumber(looks.text()) ? TextKind.PERSON_NUMBER : TextKind.INTEGER;
    }

    private static TextKind ofDigits(Looks looks, byte first) {
        boolean numberLike =
                (first >= '0' && first <= '9') || first == '+' || first == '-' || first == '(' || first == '.';
        String text = looks.text();
        if (numberLike && looks.digits * 2 >= looks.length()) {
            if (DECIMAL.matcher(text).matches()) {
                return TextKind.DECIMAL;
            }
            if (looks.digits >= 6 && DATE.matcher(text).matches()) {
                return TextKind.DATE;
            }
            if (looks.digits >= 9 && TIMESTAMP.matcher(text).matches()) {
                return TextKind.TIMESTAMP;
            }
            if (looks.digits >= 13 && PersonalText.isCard(text)) {
                return TextKind.CARD;
            }
            if (IP.matcher(text).matches() && isAddress(text)) {
                return TextKind.IP;
            }
            if (isPhone(looks, text)) {
                return TextKind.PHONE;
            }
        }
        if (looks.length() == 36 && UUID.matcher(text).matches()) {
            return TextKind.UUID;
        }
        if (first >= 'A'
                && first <= 'Z'
                && looks.digits >= 8
                && IBAN.matcher(text).matches()
                && Checksums.isIban(text)) {
            return TextKind.IBAN;
        }
        if (looks.digits >= 7 && looks.length() <= 16 && Checksums.isPersonCode(text)) {
            return TextKind.PERSON_CODE;
        }
        return ofLetters(looks);
    }

    private static TextKind ofLetters(Looks looks) {
        if (looks.dots > 0 && looks.spaces == 0 && URL.matcher(looks.text()).matches()) {
            return TextKind.URL;
        }
        if (looks.spaces >= 4) {
            return TextKind.SENTENCE;
        }
        if (looks.spaces == 0 && looks.digits == 0 && looks.length() >= 3 && looks.length() <= 20) {
            return GivenNames.is(looks.text()) ? TextKind.GIVEN_NAME : TextKind.TEXT;
        }
        if ((looks.spaces == 1 || looks.spaces == 2) && looks.digits == 0 && looks.length() <= 40) {
            String text = looks.text();
            if (GivenNames.among(text) && PERSON.matcher(text).matches()) {
                return TextKind.PERSON;
            }
        }
        return TextKind.TEXT;
    }

    private static boolean isPhone(Looks looks, String text) {
        if (looks.digits < 7
                || looks.digits > 20
                || VERSION.matcher(text).matches()
                || !PHONE.matcher(text).matches()) {
            return false;
        }
        long separators = text.chars().filter(c -> " ()./-".indexOf(c) >= 0).count();
        return text.charAt(0) == '+'
                || text.charAt(0) == '('
                || separators >= 2
                || (separators == 1 && text.charAt(0) == '0');
    }

    private static boolean isAddress(String text) {
        return text.indexOf(':') >= 0
                || java.util.Arrays.stream(text.split("\\.")).allMatch(part -> Integer.parseInt(part) <= 255);
    }

    private static boolean isBoolean(String text) {
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "false", "yes", "no", "ja", "nein", "y", "n", "t", "f" -> true;
            default -> false;
        };
    }

    private static final class Looks {
        private final byte[] bytes;
        private final int start;
        private final int end;
        private final int digits;
        private final int spaces;
        private final int at;
        private final int angle;
        private final int dots;
        private String text = "";

        private Looks(byte[] bytes, int start, int end, int digits, int spaces, int at, int angle, int dots) {
            this.bytes = bytes;
            this.start = start;
            this.end = end;
            this.digits = digits;
            this.spaces = spaces;
            this.at = at;
            this.angle = angle;
            this.dots = dots;
        }

        private int length() {
            return end - start;
        }

        private String text() {
            if (text.isEmpty()) {
                text = new String(bytes, start, Math.min(end - start, 4 * LONGEST_MATCHED), StandardCharsets.UTF_8);
            }
            return text;
        }
    }
}
