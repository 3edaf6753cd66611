package dev.dayone.sample.generator;

import static dev.dayone.sample.defect.DefectKind.*;

import dev.dayone.sample.defect.DefectKind;
import dev.dayone.sample.generator.Draw.Purpose;
import dev.dayone.sample.generator.People.Person;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who a contact says to be: names and e-mail, with the defects that exclude each other. */
final class ContactIdentity {
    private static final int OWN_BUT_MISSPELT = 8;
    private static final int COPIES = 3;
    private static final List<String> PLACEHOLDERS =
            List.of("N/A", "-", "test@test.com", "none", "unknown@unknown.com", "x@x.x");

    private final Company company;
    private final Planting planting;
    private final Slots slots;

    ContactIdentity(Company company) {
        this.company = company;
        slots = new Slots(company.seed(), GROUP);
        planting = new Planting(company.seed(), GROUP)
                .with(CONTACT_EMAIL_CASE, 4)
                .with(CONTACT_EMAIL_BLANKS, 2)
                .with(CONTACT_EMAIL_ALIAS, 2)
                .with(CONTACT_EMAIL_PLACEHOLDER, 3)
                .with(CONTACT_EMAIL_EMPTY, 2)
                .with(CONTACT_EMAIL_SHARED, 4)
                .with(CONTACT_DUPLICATE_EXACT, COPIES)
                .with(CONTACT_DUPLICATE_NEAR, COPIES)
                .with(CONTACT_NAMES_SWAPPED, 3)
                .with(CONTACT_NAME_MOJIBAKE, 3)
                .with(CONTACT_TEST_RECORD, 1);
    }

    private static final String GROUP = "contact-identity";

    /** What a contact's row says; {@code original} is the person behind it. */
    record Identity(long original, @Nullable DefectKind kind, String firstName, String lastName, String email) {}

    /**
     * The n-th of a block's contacts that a helpdesk can know by e-mail: first those whose own e-mail the CRM misspells,
     * then those without a defect.
     */
    long knownByEmail(long block, int n) {
        return n < OWN_BUT_MISSPELT ? slots.row(block, n) : planting.clean(block, n - OWN_BUT_MISSPELT);
    }

    Identity at(long index) {
        DefectKind kind = planting.at(index);
        long original = original(index, kind);
        // The last block is cut short: a copy without its original there is an ordinary contact.
        if (original >= company.sizes().contacts()) {
            original = index;
            kind = null;
        }
        return spelt(index, original, kind);
    }

    private long original(long index, @Nullable DefectKind kind) {
        if (kind == CONTACT_DUPLICATE_EXACT) {
            return planting.clean(index / Slots.SIZE, planting.ordinal(index));
        }
        return kind == CONTACT_DUPLICATE_NEAR
                ? planting.clean(index / Slots.SIZE, COPIES + planting.ordinal(index))
                : index;
    }

    private Identity spelt(long index, long original, @Nullable DefectKind kind) {
        Person person = company.people().at(original);
        Draw draw = new Draw(company.seed() + 1, Purpose.PERSON, index);
        String first = person.given();
        String last = person.family();
        String email = person.email();
        if (kind == null) {
            return new Identity(original, null, first, last, email);
        }
        int at = email.indexOf('@');
        switch (kind) {
            case CONTACT_EMAIL_CASE -> email = draw.chance(0.3) ? email.toUpperCase(Locale.ROOT) : capitalised(email);
            case CONTACT_EMAIL_BLANKS -> email = draw.chance(0.5) ? email + " " : "  " + email;
            case CONTACT_EMAIL_ALIAS ->
                email = email.substring(0, at) + "+" + draw.pick(List.of("crm", "news", "orders"))
                        + email.substring(at);
            case CONTACT_EMAIL_PLACEHOLDER -> email = draw.pick(PLACEHOLDERS);
            case CONTACT_EMAIL_EMPTY -> email = "";
            case CONTACT_EMAIL_SHARED -> email = sharedMailbox(index);
            case CONTACT_DUPLICATE_NEAR -> {
                email = first.substring(0, 1).toLowerCase(Locale.ROOT) + "-" + email;
                first = first.charAt(0) + ".";
            }
            case CONTACT_NAMES_SWAPPED -> {
                first = person.family();
                last = person.given();
            }
            case CONTACT_NAME_MOJIBAKE -> last = Spelling.mojibake(withSpecialLetters(person.market(), draw));
            case CONTACT_TEST_RECORD -> {
                first = "Test";
                last = draw.pick(List.of("Test", "User", "Kontakt"));
                email = "qa.test" + index + "@kontorwerk.example";
            }
            default -> {
                // An exact copy is spelt like its original.
            }
        }
        return new Identity(original, kind, first, last, email);
    }

    /** One mailbox for all such contacts of a block; the last, short block takes part in the first one's. */
    private String sharedMailbox(long index) {
        long blocks = company.sizes().contacts() / Slots.SIZE;
        long block = index / Slots.SIZE % blocks;
        return "info@" + company.accounts().at(block).domain().replace(".example", block + ".example");
    }

    private static String capitalised(String email) {
        StringBuilder text = new StringBuilder(email);
        for (int i = 0; i < email.indexOf('@'); i++) {
            if (i == 0 || email.charAt(i - 1) == '.') {
                text.setCharAt(i, Character.toUpperCase(email.charAt(i)));
            }
        }
        return text.toString();
    }

    private static String withSpecialLetters(Market market, Draw draw) {
        List<String> names =
                market.family().stream().filter(Spelling::showsMojibake).toList();
        return names.isEmpty() ? "Müller" : draw.pick(names);
    }
}
