package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.*;

import dev.dayone.sample.defect.DefectKind;
import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import dev.dayone.sample.generator.People.Person;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A contact's phone number, country and last contact, well or badly written. */
final class ContactFields {
    private static final List<String> NO_PHONE = List.of("N/A", "-", "000000", "123456", "unknown");
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT),
            DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT),
            DateTimeFormatter.ofPattern("d MMM yy", Locale.ENGLISH));

    private final long seed;
    private final Planting phones;
    private final Planting countries;
    private final Planting dates;

    ContactFields(long seed) {
        this.seed = seed;
        phones = new Planting(seed, "contact-phone")
                .with(CONTACT_PHONE_FORMAT, 30)
                .with(CONTACT_PHONE_PLACEHOLDER, 4);
        countries = new Planting(seed, "contact-country").with(CONTACT_COUNTRY_SPELLING, 16);
        dates = new Planting(seed, "contact-date").with(CONTACT_DATE_FORMATS, 50);
    }

    String phone(long row, Person person, long id, DefectLog log) {
        DefectKind kind = phones.at(row);
        if (kind == null) {
            return person.phone();
        }
        log.plant(kind, id);
        Draw draw = new Draw(seed + 2, Purpose.CONTACT, row);
        if (kind == CONTACT_PHONE_PLACEHOLDER) {
            return draw.pick(NO_PHONE);
        }
        String dial = person.market().dial();
        String area = person.phone().substring(1 + dial.length(), 3 + dial.length());
        String rest = person.phone().substring(3 + dial.length());
        return switch (draw.below(5)) {
            case 0 -> "+" + dial + " (0)" + area + " " + rest;
            case 1 -> "00" + dial + area + rest;
            case 2 -> "0" + area + "/" + rest;
            case 3 -> "(0" + area + ") " + rest.substring(0, 3) + " " + rest.substring(3);
            default -> "+" + dial + " " + area + "-" + rest;
        };
    }

    String country(long row, Market market, long id, DefectLog log) {
        if (countries.at(row) == null) {
            return market.code();
        }
        log.plant(CONTACT_COUNTRY_SPELLING, id);
        return new Draw(seed + 3, Purpose.CONTACT, row)
                .pick(market.spellings().stream()
                        .filter(spelling -> spelling.length() != 2)
                        .toList());
    }

    @Nullable
    String lastContact(long row, Calendar calendar, int createdDay, long id, DefectLog log) {
        Draw draw = new Draw(seed + 4, Purpose.CONTACT, row);
        int day = createdDay + draw.below(Calendar.DAYS - createdDay);
        LocalDate date = LocalDate.ofEpochDay(calendar.start(day) / Calendar.DAY);
        boolean known = draw.chance(0.85);
        if (dates.at(row) == null) {
            return known ? date.toString() : null;
        }
        log.plant(CONTACT_DATE_FORMATS, id);
        return draw.pick(DATES).format(date);
    }
}
