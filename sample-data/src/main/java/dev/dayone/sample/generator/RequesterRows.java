package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.*;

import dev.dayone.sample.defect.DefectKind;
import dev.dayone.sample.defect.DefectLog;
import dev.dayone.sample.generator.Draw.Purpose;
import dev.dayone.sample.generator.People.Person;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Table {@code helpdesk.requesters}. */
final class RequesterRows implements TableRows {
    static final long FIRST_ID = 400_001;

    private final Company company;
    private final Planting emails;

    RequesterRows(Company company) {
        this.company = company;
        emails = new Planting(company.seed(), "requester-email")
                .with(REQUESTER_EMAIL_CASE, 8)
                .with(REQUESTER_EMAIL_ALIAS, 4)
                .with(REQUESTER_EMAIL_BLANKS, 2)
                .with(REQUESTER_EMAIL_PLACEHOLDER, 2)
                .with(REQUESTER_NOT_IN_CRM, 12);
    }

    @Override
    public String table() {
        return "requesters";
    }

    @Override
    public long count() {
        return company.sizes().requesters();
    }

    @Override
    public void write(long index, RowText out, DefectLog log) {
        long id = FIRST_ID + index;
        Draw draw = new Draw(company.seed(), Purpose.REQUESTER, index);
        Person person = company.people().at(company.requesters().contact(index));
        DefectKind kind = emails.at(index);
        if (kind != null) {
            log.plant(kind, id);
        }
        long created = company.calendar().moment(company.calendar().day(index, count()), draw) + Tickets.UNSAID_SHIFT;
        out.add(id);
        if (person.account() < company.sizes().organisations()) {
            out.add(OrganisationRows.FIRST_ID + person.account());
        } else {
            out.addNull();
        }
        out.add(person.fullName())
                .add(email(kind, index, person, draw))
                .add(draw.chance(0.7) ? person.phone() : null)
                .add(person.market().language())
                .add(person.market().zone())
                .add(draw.chance(0.01))
                .addClock(created)
                .addClock(company.later(created, draw))
                .end();
    }

    private String email(@Nullable DefectKind kind, long index, Person person, Draw draw) {
        String email = person.email();
        int at = email.indexOf('@');
        if (kind == null) {
            return email;
        }
        return switch (kind) {
            case REQUESTER_EMAIL_CASE ->
                Character.toUpperCase(email.charAt(0))
                        + email.substring(1, at)
                        + email.substring(at).toUpperCase(Locale.ROOT);
            case REQUESTER_EMAIL_ALIAS -> email.substring(0, at) + "+helpdesk" + email.substring(at);
            case REQUESTER_EMAIL_BLANKS -> email + " ";
            case REQUESTER_EMAIL_PLACEHOLDER -> draw.pick(List.of("noreply@example.com", "n/a", "-"));
            case REQUESTER_NOT_IN_CRM -> email.substring(0, 1) + (index + 1) + ".private@post.example";
            default -> throw new IllegalStateException("Not a defect of requesters: " + kind);
        };
    }
}
