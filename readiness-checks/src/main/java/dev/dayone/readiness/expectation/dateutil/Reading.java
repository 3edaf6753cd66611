package dev.dayone.readiness.expectation.dateutil;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text's tokens one after the other. Throws {@link NotADate} at the first that cannot be of a date. */
final class Reading {
    private final List<String> tokens;
    private final Members members = new Members();
    private final Clock clock = new Clock();
    private boolean weekday;
    private int at;

    Reading(List<String> tokens) {
        this.tokens = new ArrayList<>(tokens);
    }

    /** What was said of day and time. */
    record Result(Members.Resolved day, Clock clock, boolean anything) {
        /** Whether there is such a day and time; what was not said is as on a given day. */
        boolean isDate(LocalDate today) {
            if (!anything || !clock.isTime()) {
                return false;
            }
            Integer said = day.year();
            int year = said == null ? today.getYear() : year(said, today.getYear());
            Integer givenMonth = day.month();
            int month = givenMonth == null ? today.getMonthValue() : givenMonth;
            Integer givenDay = day.day();
            boolean inCalendar = year >= 1 && year <= 9999 && month >= 1 && month <= 12;
            return inCalendar
                    && (givenDay == null
                            || (givenDay >= 1
                                    && givenDay <= YearMonth.of(year, month).lengthOfMonth()));
        }

        /** Two digits are the year nearest to today's. */
        private int year(int said, int now) {
            return (said >= 100 || day.centurySaid()) ? said : nearest(now / 100 * 100 + said, now);
        }

        private static int nearest(int year, int now) {
            if (year >= now + 50) {
                return year - 100;
            }
            return year < now - 50 ? year + 100 : year;
        }
    }

    Result result() {
        for (at = 0; at < tokens.size(); at++) {
            word(tokens.get(at));
        }
        Members.Resolved day = members.resolved();
        return new Result(day, clock, members.size() > 0 || weekday || clock.isAnything());
    }

    private void word(String token) {
        BigDecimal number = number(token);
        Integer month = Words.month(token);
        Integer half = Words.half(token);
        if (number != null) {
            new Numeric(token, number).read();
        } else if (Words.isWeekday(token)) {
            weekday = true;
        } else if (month != null) {
            month(month);
        } else if (half != null) {
            clock.half(half);
        } else if (clock.takesZone(token)) {
            zone(token);
        } else if (clock.isSaid() && isSign(token)) {
            offset();
        } else if (!Words.isJump(token)) {
            throw new NotADate();
        }
    }

    /** The token at a place; throws where there is none. */
    private String token(int place) {
        if (place >= tokens.size()) {
            throw new NotADate();
        }
        return tokens.get(place);
    }

    private boolean is(int place, String token) {
        return place < tokens.size() && tokens.get(place).equals(token);
    }

    private static boolean isSign(String token) {
        return token.equals("+") || token.equals("-");
    }

    private static @Nullable BigDecimal number(String token) {
        if (Words.isNoNumber(token)) {
            throw new NotADate();
        }
        boolean numeric = Character.isDigit(token.charAt(0)) && token.matches("[\\d.]+");
        return numeric ? new BigDecimal(token) : null;
    }

    /** Jan-01[-99], or Jan of 01. */
    private void month(int month) {
        members.addMonth(month);
        if (is(at + 1, "-") || is(at + 1, "/")) {
            String mark = tokens.get(at + 1);
            members.add(token(at + 2));
            if (is(at + 3, mark)) {
                members.add(token(at + 4));
                at += 2;
            }
            at += 2;
        } else if (at + 4 < tokens.size()
                && is(at + 1, " ")
                && is(at + 3, " ")
                && tokens.get(at + 2).equalsIgnoreCase("of")) {
            if (Members.isDigits(tokens.get(at + 4))) {
                members.addYear(tokens.get(at + 4));
            }
            at += 4;
        }
    }

    /** GMT+3 says that the time less three hours is GMT. */
    private void zone(String token) {
        clock.zone(token);
        if (at + 1 < tokens.size() && isSign(tokens.get(at + 1))) {
            clock.zoneWithSign(token);
        }
    }

    /** -0300, -03:00 or -3, with a zone's name in brackets behind. */
    private void offset() {
        String hours = token(at + 1);
        if (hours.length() == 4) {
            Members.integer(hours);
        } else if (is(at + 2, ":")) {
            Members.integer(hours);
            Members.integer(token(at + 3));
            at += 2;
        } else if (hours.length() <= 2) {
            Members.integer(hours);
        } else {
            throw new NotADate();
        }
        clock.offset();
        if (at + 5 < tokens.size()
                && Words.isJump(tokens.get(at + 2))
                && is(at + 3, "(")
                && is(at + 5, ")")
                && tokens.get(at + 4).length() >= 3
                && clock.takesZoneBehindOffset(tokens.get(at + 4))) {
            clock.namedZone(tokens.get(at + 4));
            at += 4;
        }
        at++;
    }

    /** A number, which its length and its neighbours tell the meaning of. */
    private final class Numeric {
        private final String written;
        private final BigDecimal value;
        private final int length;

        Numeric(String written, BigDecimal value) {
            this.written = written;
            this.value = value;
            this.length = written.length();
        }

        void read() {
            int unit = unitPlace();
            if (isTimeBehindDate()) {
                clock.hour(Members.integer(written.substring(0, 2)));
                if (length == 4) {
                    clock.minute(Members.integer(written.substring(2)));
                }
            } else if (length == 6 || (length > 6 && written.indexOf('.') == 6)) {
                six();
            } else if (length == 8 || length == 12 || length == 14) {
                compact();
            } else if (unit >= 0) {
                unit(unit);
            } else if (at + 2 < tokens.size() && is(at + 1, ":")) {
                time();
            } else if (is(at + 1, "-") || is(at + 1, "/") || is(at + 1, ".")) {
                date();
            } else {
                alone();
            }
        }

        /** 19990101T23[59] */
        private boolean isTimeBehindDate() {
            boolean named = at + 1 < tokens.size() && (is(at + 1, ":") || Words.unit(tokens.get(at + 1)) != null);
            return members.size() == 3 && (length == 2 || length == 4) && !clock.isSaid() && !named;
        }

        /** YYMMDD, or HHMMSS[.ss] */
        private void six() {
            if (members.size() == 0 && written.indexOf('.') < 0) {
                members.add(written.substring(0, 2));
                members.add(written.substring(2, 4));
                members.add(written.substring(4));
            } else {
                clock.hour(Members.integer(written.substring(0, 2)));
                clock.minute(Members.integer(written.substring(2, 4)));
                clock.seconds(written.substring(4));
            }
        }

        /** YYYYMMDD[hhmm[ss]] */
        private void compact() {
            members.addYear(written.substring(0, 4));
            members.add(written.substring(4, 6));
            members.add(written.substring(6, 8));
            if (length > 8) {
                clock.hour(Members.integer(written.substring(8, 10)));
                clock.minute(Members.integer(written.substring(10, 12)));
            }
            if (length > 12) {
                clock.seconds(written.substring(12));
            }
        }

        /** Where the unit of the number stands, before or behind it; -1: it has none. */
        private int unitPlace() {
            boolean last = at == tokens.size() - 1;
            if (isUnit(at + 1)) {
                return at + 1;
            }
            if (is(at + 1, " ") && isUnit(at + 2)) {
                return at + 2;
            }
            if (at > 0 && isUnit(at - 1)) {
                return at - 1;
            }
            return (last && at > 1 && is(at - 1, " ") && isUnit(at - 2)) ? at - 2 : -1;
        }

        private boolean isUnit(int place) {
            return place < tokens.size() && Words.unit(tokens.get(place)) != null;
        }

        /** A number behind a unit is of the next smaller one. */
        private void unit(int place) {
            Integer unit = Words.unit(tokens.get(place));
            int own = unit == null ? 0 : unit;
            clock.unit(place > at ? own : own + 1, written, value);
            at = Math.max(at, place);
        }

        /** HH:MM[:SS[.ss]] */
        private void time() {
            clock.hour(Members.whole(value));
            BigDecimal minutes = number(tokens.get(at + 2));
            if (minutes == null) {
                throw new NotADate();
            }
            clock.minutes(minutes);
            if (at + 4 < tokens.size() && is(at + 3, ":")) {
                clock.seconds(tokens.get(at + 4));
                at += 2;
            }
            at += 2;
        }

        /** 01-01[-01], 01-Jan[-01] */
        private void date() {
            String mark = tokens.get(at + 1);
            members.add(written);
            if (at + 2 < tokens.size() && !Words.isJump(tokens.get(at + 2))) {
                Integer month = Words.month(tokens.get(at + 2));
                if (month != null) {
                    members.addMonth(month);
                } else {
                    members.add(tokens.get(at + 2));
                }
                if (is(at + 3, mark)) {
                    third(token(at + 4));
                    at += 2;
                }
                at++;
            }
            at++;
        }

        private void third(String token) {
            Integer month = Words.month(token);
            if (month != null) {
                members.addMonth(month);
            } else {
                members.add(token);
            }
        }

        private void alone() {
            boolean parted = at + 1 >= tokens.size() || Words.isJump(tokens.get(at + 1));
            int halfPlace = parted ? at + 2 : at + 1;
            Integer half = halfPlace < tokens.size() ? Words.half(tokens.get(halfPlace)) : null;
            if (half != null && (parted || value.compareTo(BigDecimal.valueOf(24)) < 0)) {
                clock.half(half, Members.whole(value));
                at = halfPlace;
            } else if (parted) {
                members.add(value);
                at++;
            } else if (members.couldBeDay(value)) {
                members.add(value);
            } else {
                throw new NotADate();
            }
        }
    }
}
