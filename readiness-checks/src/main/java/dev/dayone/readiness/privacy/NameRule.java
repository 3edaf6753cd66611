package dev.dayone.readiness.privacy;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a column's name says of its content, word by word: {@code user_email} is personal, {@code email_count},
 * {@code filename} and {@code product_name} are not.
 */
final class NameRule {
    private static final Set<String> ADDRESSED = of("""
            email emails mail mails emailaddress correo courriel почта address addresses address1 address2
            adresse anschrift direccion indirizzo адрес street strasse straße rue calle firstname lastname
            surname forename givenname familyname fullname middlename maidenname nickname username login
            vorname nachname prenom prénom apellido apellidos nombre nombres cognome имя фамилия отчество
            naam voornaam achternaam efternamn förnamn signature recipient sender twitter linkedin skype
            homepage password passwort token secret apikey
            """);
    private static final Set<String> NUMBERED = of("""
            phone phones telephone telefon telefono téléphone tel mobile mobil handy cell cellphone fax
            телефон iban bic ssn passport reisepass taxid nin creditcard cardnumber kontonummer
            steuernummer ip ipaddress latitude longitude
            """);
    private static final Set<String> BORN = of("""
            birth birthday birthdate dob geburtsdatum geburtstag geboren naissance nacimiento nascita
            рождения
            """);
    private static final Set<String> NAME = Set.of("name", "names", "nom");
    private static final Set<String> OF_PEOPLE = of("""
            first last middle full given family maiden user display contact customer person employee agent
            owner author requester requestor submitter assignee patient member guest caller lead manager
            creator sir nick birth
            """);
    private static final Set<String> PEOPLE = of("""
            contact contacts user users agent agents requester requesters customer customers person persons
            people employee employees lead leads patient patients member members guest guests staff author
            authors kunde kunden mitarbeiter personen clients client applicant applicants student students
            """);
    private static final Set<String> THINGS = of("""
            account accounts organisation organisations organization organizations company companies
            product products item items deal deals opportunity opportunities campaign campaigns team teams
            group groups category categories tag tags status statuses stage stages queue queues brand
            brands country countries file files project projects firmen produkte role roles department
            departments vendor supplier event events plan plans city region host table column field domain
            type currency model service page form template list business org legal trade technical system
            source connector
            """);
    private static final Set<String> ABOUT = of("""
            count counts type status flag verified sent opened clicked bounced valid format template
            consent enabled optin optout opt is has num total rate score length domain provider
            notifications allowed confirmed required channel
            """);
    private static final Set<String> ID = Set.of("id", "ids", "uuid", "guid", "fk", "pk");
    private static final Set<String> WRITTEN = of("""
            description comment comments body message messages note notes text content summary html subject
            remark remarks feedback bemerkung bemerkungen beschreibung kommentar notiz notizen nachricht
            betreff commentaire comentario transcript reply question answer title raw payload bio
            """);
    private static final Set<String> LOOSELY_WRITTEN =
            Set.of("title", "subject", "betreff", "summary", "text", "content", "raw");

    private NameRule() {}

    private static Set<String> of(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    /** A name's words in lower case, split at anything but letters and digits and where a capital begins a word. */
    static List<String> words(String name) {
        String split =
                name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1 $2").replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2");
        String[] words = split.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        return java.util.Arrays.stream(words).filter(word -> !word.isEmpty()).toList();
    }

    /** Why the name says that values are personal; null: it does not. */
    static @Nullable String personal(String table, String name, ColumnType type) {
        List<String> words = words(name);
        boolean born = any(words, BORN) && type.kind() != ColumnType.Kind.BOOLEAN;
        if (born) {
            return "its name says birth";
        }
        boolean about = any(words, ABOUT) || (!words.isEmpty() && ID.contains(words.get(words.size() - 1)));
        boolean text = type.kind() == ColumnType.Kind.STRING;
        if (about || !(text || type.isNumeric())) {
            return null;
        }
        for (String word : words) {
            if (NUMBERED.contains(word) || (text && ADDRESSED.contains(word))) {
                return "its name says " + word;
            }
        }
        return text && any(words, NAME) && ofPerson(words(table), words) ? "its name says a person's name" : null;
    }

    private static boolean ofPerson(List<String> table, List<String> words) {
        if (any(words, OF_PEOPLE)) {
            return true;
        }
        if (any(words, THINGS)) {
            return false;
        }
        return any(table, PEOPLE) || !any(table, THINGS);
    }

    /** Whether the name alone says that anything may be written there. */
    static boolean written(String name) {
        List<String> words = words(name);
        return any(words, WRITTEN)
                && !any(words, LOOSELY_WRITTEN)
                && !any(words, ABOUT)
                && !ID.contains(words.get(words.size() - 1));
    }

    /** Whether the name says so where many different values bear it out. */
    static boolean looselyWritten(String name) {
        List<String> words = words(name);
        return any(words, WRITTEN) && !any(words, ABOUT) && !ID.contains(words.get(words.size() - 1));
    }

    private static boolean any(List<String> words, Set<String> known) {
        return words.stream().anyMatch(known::contains);
    }
}
