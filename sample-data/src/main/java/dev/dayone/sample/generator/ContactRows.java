package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.*;

import dev.dayone.sample.defect.DefectKind;
import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import dev.dayone.sample.generator.People.Person;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code crm.contacts}. */
final class ContactRows implements TableRows {
    private static final long ORPHAN_ACCOUNT = 9_000_000;
    private static final int SOURCE_FILLED_SINCE = 530;
    private static final LocalDate DEFAULT_DATE = LocalDate.EPOCH;
    private static final List<String> TITLES = List.of(
            "Head of Logistics",
            "Warehouse Manager",
            "IT Administrator",
            "Buyer",
            "Accountant",
            "Managing Director",
            "Customer Service Lead",
            "Controller",
            "Operations Analyst",
            "Einkaufsleiterin",
            "Responsable logistique");
    private static final List<String> LEAD_SOURCES = List.of("web", "fair", "referral", "partner", "cold call");

    private final Company company;
    private final ContactIdentity identity;
    private final ContactFields fields;
    private final Planting keys;
    private final Planting birth;
    private final Planting deletion;

    ContactRows(Company company) {
        this.company = company;
        identity = new ContactIdentity(company);
        fields = new ContactFields(company.seed());
        keys = new Planting(company.seed(), "contact-keys").with(CONTACT_ACCOUNT_ORPHAN, 2);
        birth = new Planting(company.seed(), "contact-birth").with(CONTACT_BIRTH_DATE_DEFAULT, 8);
        deletion = new Planting(company.seed(), "contact-deletion").with(CONTACT_DELETED_FLAG, 6);
    }

    @Override
    public String table() {
        return "contacts";
    }

    @Override
    public long count() {
        return company.sizes().contacts();
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        long id = index + 1;
        ContactIdentity.Identity who = identity.at(index);
        DefectKind kind = who.kind();
        if (kind != null) {
            log.plant(kind, id);
        }
        // An exact copy takes everything from its original, defects included; a near one what identifies a person.
        long row = kind == CONTACT_DUPLICATE_EXACT ? who.original() : index;
        Person person = company.people().at(who.original());
        Draw draw = new Draw(company.seed(), Purpose.CONTACT, row);
        int day = company.calendar().day(row, count());
        long created = company.calendar().moment(day, draw);
        out.add(id)
                .add(account(who.original(), person, id, log))
                .add(who.firstName())
                .add(who.lastName())
                .add(who.email())
                .add(fields.phone(who.original(), person, id, log))
                .add(draw.pick(TITLES))
                .add(fields.country(row, person.market(), id, log))
                .add(person.market().language())
                .add(person.market().zone())
                .add(leadSource(day, draw, id, log))
                .add(birthDate(row, draw, id, log))
                .add(fields.lastContact(row, company.calendar(), day, id, log))
                .add(draw.chance(0.6))
                .add(draw.pick(List.of("active", "active", "active", "inactive", "lead")))
                .add(deleted(row, id, log))
                .addInstant(created)
                .addInstant(company.later(created, draw))
                .end();
    }

    private long account(long row, Person person, long id, DefectLog log) {
        if (keys.at(row) == null) {
            return Accounts.FIRST_ID + person.account();
        }
        log.plant(CONTACT_ACCOUNT_ORPHAN, id);
        return ORPHAN_ACCOUNT + row;
    }

    private static @Nullable String leadSource(int day, Draw draw, long id, DefectLog log) {
        String source = draw.pick(LEAD_SOURCES);
        if (day >= SOURCE_FILLED_SINCE) {
            return source;
        }
        log.plant(CONTACT_SOURCE_ONLY_RECENT, id);
        return null;
    }

    private @Nullable String birthDate(long row, Draw draw, long id, DefectLog log) {
        LocalDate date = LocalDate.of(1950, 1, 1).plusDays(draw.below(365 * 52));
        boolean known = draw.chance(0.6);
        if (birth.at(row) != null) {
            log.plant(CONTACT_BIRTH_DATE_DEFAULT, id);
            return DEFAULT_DATE.toString();
        }
        LocalDate real = date.equals(DEFAULT_DATE) ? date.plusDays(1) : date;
        return known ? real.toString() : null;
    }

    private boolean deleted(long row, long id, DefectLog log) {
        if (deletion.at(row) == null) {
            return false;
        }
        log.plant(CONTACT_DELETED_FLAG, id);
        return true;
    }
}
