package dev.dayone.readiness.profile;

/**
 * The form of a text that is a date or a time, in the letters of {@link java.time.format.DateTimeFormatter}. Where day and
 * month cannot be told apart by this one value, it says so: {@code (dd|MM)/(dd|MM)/yyyy}.
 */
final class DateForm {
    private static final int MONTHS = 12;

    private DateForm() {}

    static String of(String text) {
        int time = firstOf(text, 'T', ' ');
        String date = time < 0 ? text : text.substring(0, time);
        return ofDate(date) + (time < 0 ? "" : ofTime(text.substring(time)));
    }

    private static int firstOf(String text, char one, char other) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == one || text.charAt(i) == other) {
                return i;
            }
        }
        return -1;
    }

    private static String ofDate(String date) {
        int first = separator(date, 0);
        int second = separator(date, first + 1);
        if (first < 0 || second < 0) {
            return digits(date, 'y');
        }
        String a = date.substring(0, first);
        String b = date.substring(first + 1, second);
        String c = date.substring(second + 1);
        char between = date.charAt(first);
        char after = date.charAt(second);
        if (a.length() == 4) {
            return "yyyy" + between + digits(b, 'M') + after + digits(c, 'd');
        }
        boolean dayFirst = Integer.parseInt(a) > MONTHS || between == '.';
        boolean monthFirst = Integer.parseInt(b) > MONTHS;
        if (dayFirst == monthFirst) {
            return "(dd|MM)" + between + "(dd|MM)" + after + "yyyy";
        }
        return digits(a, dayFirst ? 'd' : 'M') + between + digits(b, dayFirst ? 'M' : 'd') + after + "yyyy";
    }

    private static int separator(String date, int from) {
        for (int i = Math.max(0, from); i < date.length(); i++) {
            if (!Character.isDigit(date.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String digits(String part, char letter) {
        return String.valueOf(letter).repeat(part.length());
    }

    /** From the character between date and time on. */
    private static String ofTime(String time) {
        StringBuilder form = new StringBuilder(time.charAt(0) == 'T' ? "'T'" : " ");
        String units = "HmsS";
        int unit = 0;
        for (int i = 1; i < time.length(); i++) {
            char c = time.charAt(i);
            if (Character.isDigit(c)) {
                form.append(units.charAt(Math.min(unit, units.length() - 1)));
            } else if (c == ':' || c == '.' || c == ',') {
                form.append(c);
                unit++;
            } else {
                return form.append(c == ' ' ? " " : "").append("XXX").toString();
            }
        }
        return form.toString();
    }
}
