package dev.dayone.app;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Made-up personal values, a hundred of each kind, and the other forms in which each could come to light. */
record PlantedValues(
        List<String> emails, List<String> phones, List<String> names, List<String> ibans, List<String> cards) {
    static final int EACH = 100;
    private static final String[] GIVEN = {"Anna", "Jürgen", "Marie", "Piotr", "Elena", "Sofia", "Thomas", "Иван"};
    private static final String[] SYLLABLES = {"bra", "zik", "mor", "wen", "tul", "gar", "lis", "pon", "kev", "dra"};

    static PlantedValues of(long seed) {
        Random random = new Random(seed);
        PlantedValues values = new PlantedValues(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < EACH; i++) {
            String family = family(random) + family(random).toLowerCase(Locale.ROOT);
            values.names.add(GIVEN[i % GIVEN.length] + " " + family);
            values.emails.add(family.toLowerCase(Locale.ROOT) + i + "@leak-" + (i % 7) + ".example");
            values.phones.add("+49 151 " + (2_000_000 + random.nextInt(7_000_000)) + (10 + i % 90));
            values.ibans.add(iban(String.format(
                    Locale.ROOT, "%08d%010d", 37_040_044, 1_000_000_000L + random.nextInt(1_000_000_000))));
            values.cards.add(card(
                    "4" + String.format(Locale.ROOT, "%014d", Math.abs(random.nextLong() % 100_000_000_000_000L))));
        }
        return values;
    }

    private static String family(Random random) {
        String first = SYLLABLES[random.nextInt(SYLLABLES.length)];
        return first.substring(0, 1).toUpperCase(Locale.ROOT)
                + first.substring(1)
                + SYLLABLES[random.nextInt(SYLLABLES.length)]
                + SYLLABLES[random.nextInt(SYLLABLES.length)];
    }

    private static String iban(String account) {
        BigInteger rest = new BigInteger(account + "131400").mod(BigInteger.valueOf(97));
        return "DE" + String.format(Locale.ROOT, "%02d", 98 - rest.intValue()) + account;
    }

    private static String card(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** Everything to search for: the values, and them spelled, grouped or computed otherwise. */
    List<String> forms() {
        List<String> forms = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            String name = names.get(i);
            String card = cards.get(i);
            String phone = phones.get(i).replace(" ", "").substring(1);
            String iban = ibans.get(i);
            String family = name.substring(name.indexOf(' ') + 1);
            String email = emails.get(i);
            Stream.of(
                            email,
                            email.toUpperCase(Locale.ROOT),
                            email.substring(0, email.indexOf('@')),
                            phones.get(i),
                            phone,
                            "0" + phone.substring(2),
                            name,
                            family,
                            family.toLowerCase(Locale.ROOT),
                            iban,
                            grouped(iban),
                            iban.substring(4),
                            card,
                            grouped(card),
                            String.format(Locale.ENGLISH, "%,d", Long.parseLong(card)),
                            Double.toString(Double.parseDouble(card)))
                    .forEach(forms::add);
        }
        return forms;
    }

    static String grouped(String text) {
        return text.replaceAll("(.{4})(?=.)", "$1 ");
    }
}
