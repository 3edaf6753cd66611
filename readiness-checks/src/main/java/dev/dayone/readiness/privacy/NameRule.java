package dev.dayone.readiness.privacy;

import dev.dayone.pilot.snapshot.ColumnType;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a column's name says of its content, word by word: {@code user_email} is personal, {@code email_count},
 * {@code filename} and {@code product_name} are not.
 */
final class NameRule {
    private static final Set<String> ADDRESSED = of("""
            email emails mail mails emailaddress eml ph correo courriel courriels mel почта эл address addresses addr
            adresse anschrift direccion indirizzo adres adresi adresu endereco morada адрес адреса street strasse straße rue
            calle via ulica rua straat sokak улица firstname lastname surname forename givenname familyname fullname
            middlename maidenname nickname username login fname lname mname vorname vornamen nachname nachnamen
            familienname geburtsname ansprechpartner kundenname prenom prenoms apellido apellidos cognome nombrecompleto
            sobrenome apelido apelidos nomecompleto фио имя отчество фамилия voornaam voornamen achternaam tussenvoegsel
            imie imiona nazwisko nazwiska soyad soyadi soyadı soyisim adsoyad familiya otchestvo efternamn fornamn
            signature recipient sender twitter linkedin facebook instagram skype telegram whatsapp homepage password
            passwort token secret apikey eposta codicefiscale fiscale pasaporte паспорт personalausweis
            """);
    private static final Set<String> NUMBERED = of("""
            phone phones telephone telefon telefono telefonos telefone telefoon telefonu tel fon mobile mobil movil mob
            mobiel mobilnummer telefonnummer rufnummer handy handynummer cell cellphone celular cellulare telemovel komorka
            cep gsm msisdn portable fax телефон тел мобильный факс iban bic ssn passport reisepass taxid nin nino
            creditcard cardnumber kreditkarte kartennummer kontonummer steuernummer steuerid sozialversicherungsnummer
            pesel bsn dni nie nif cpf curp nir insee tckn kimlik инн снилс ip ipaddress latitude longitude
            """);
    private static final Set<String> BORN = of("""
            birth birthday birthdate bday dob geburtsdatum geburtstag geburtsort geboren gebdat gebdatum naissance nacimiento
            nascita nascimento geboorte geboortedatum geboorteplaats urodzenia urodzin dogum dogumtarihi doğum рождения
            """);
    private static final Set<String> NAME = of("name names nom noms nombre nombres nome naam imya isim namen");
    private static final Set<String> OF_PEOPLE = of("""
            first last middle full given family maiden user display contact customer cust person employee agent
            owner author requester requestor submitter assignee patient member guest caller lead manager
            creator sir nick birth kunde kunden ansprech mitarbeiter client cliente contacto contatto klant klient клиента
            """);
    private static final Set<String> PEOPLE = of("""
            contact contacts user users agent agents requester requesters customer customers person persons
            people employee employees lead leads patient patients member members guest guests staff author
            authors kunde kunden mitarbeiter personen kontakte clients client applicant applicants student students
            clientes contactos empleados clienti contatti klanten medewerkers klienci pracownicy clientes funcionarios
            клиенты сотрудники контакты musteriler calisanlar
            """);
    private static final Set<String> THINGS = of("""
            account accounts organisation organisations organization organizations company companies
            product products item items deal deals opportunity opportunities campaign campaigns team teams
            group groups category categories tag tags status statuses stage stages queue queues brand
            brands country countries file files project projects firmen firma produkte produkt role roles department
            departments vendor supplier event events plan plans city region host table column field domain
            type currency model service page form template list business org legal trade technical system
            source connector attribute property parameter setting option warehouse store shop job task step rule key priority level channel language
            kategorie abteilung lieferant land artikel producto productos empresa empresas categoria categoria pais
            produit produits entreprise societe categorie pays prodotto prodotti azienda azienda paese bedrijf bedrijven
            produkty firmy kategoria kraj produto produtos товар товары компания категория файла название urun sirket
            """);
    private static final Set<String> ABOUT = of("""
            count counts type status flag verified sent opened clicked bounced valid format template
            consent enabled optin optout opt is has num total rate score length domain provider
            notifications allowed confirmed required channel version app platform os server gateway port bounces
            opens clicks quota limit attempts retries
            """);
    private static final Set<String> ID = of("id ids uuid guid fk pk");
    private static final Set<String> VERSION =
            of("version versions release releases build firmware revision driver kernel");
    private static final Set<String> WRITTEN = of("""
            description comment comments body message messages note notes text content summary html subject
            remark remarks feedback bemerkung bemerkungen beschreibung kommentar kommentare notiz notizen nachricht
            betreff commentaire commentaires remarque remarques sujet comentario comentarios observaciones descripcion
            mensaje asunto notas descrizione messaggio oggetto commento commenti opmerking opmerkingen omschrijving
            bericht onderwerp opis uwagi komentarz wiadomosc temat descricao observacoes mensagem assunto описание
            комментарий примечание сообщение тема текст aciklama açıklama mesaj konu yorum notlar
            transcript reply question answer title raw payload bio
            """);
    private static final Set<String> LOOSELY_WRITTEN =
            of("title subject betreff summary text content raw sujet asunto oggetto onderwerp temat assunto тема konu");
    /** Beginnings and ends of words that are written together with others, such as {@code homephone}. */
    private static final Pattern WITHIN = Pattern.compile(
            "(?:telefon|telefoon|telephon|emailad|vornam|nachnam|apellid|cognom|nazwisk"
                    + "|фамили|телефон|адрес).*|.*(?:phone|email|firstname|lastname|surname|mobilenumber|telefon|emailadresse)");

    private static final Set<String> DEVICES =
            of("headphone headphones microphone smartphone smartphones iphone earphone megaphone saxophone telefonie");
    private static final Pattern BORN_WITHIN = Pattern.compile("(?:geburts|birth|geboorte|urodz|nasc).*");

    private NameRule() {}

    private static Set<String> of(String words) {
        return java.util.Arrays.stream(words.strip().split("\\s+"))
                .map(NameRule::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A name's words in lower case, split at anything but letters and digits and where a capital begins a word. */
    static List<String> words(String name) {
        String split =
                name.replaceAll("(\\p{Ll}|\\d)(\\p{Lu})", "$1 $2").replaceAll("(\\p{Lu})(\\p{Lu}\\p{Ll})", "$1 $2");
        String[] words = split.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        return java.util.Arrays.stream(words)
                .map(NameRule::plain)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Without accents, which not every schema can write, and without a number behind it. */
    private static String plain(String word) {
        String bare = Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return bare.replaceFirst("(?<=\\p{L})\\d+$", "");
    }

    /** Why the name says that values are personal; null: it does not. */
    static @Nullable String personal(String table, String name, ColumnType type) {
        List<String> words = words(name);
        boolean born = (any(words, BORN) || words.stream().anyMatch(BORN_WITHIN.asMatchPredicate()))
                && !any(words, ABOUT)
                && type.kind() != ColumnType.Kind.BOOLEAN;
        if (born) {
            return "its name says birth";
        }
        boolean about = any(words, ABOUT) || (!words.isEmpty() && ID.contains(words.get(words.size() - 1)));
        boolean text = type.kind() == ColumnType.Kind.STRING;
        if (about || !(text || type.isNumeric())) {
            return null;
        }
        for (String word : words) {
            boolean within = WITHIN.matcher(word).matches() && !DEVICES.contains(word);
            if (NUMBERED.contains(word) || (text && (within || ADDRESSED.contains(word)))) {
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

    /** Whether the name says that values are versions, which look like addresses of the network. */
    static boolean versioned(String name) {
        return any(words(name), VERSION);
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
