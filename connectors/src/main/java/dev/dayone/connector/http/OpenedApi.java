package dev.dayone.connector.http;

import dev.dayone.connector.Learned;
import dev.dayone.connector.guard.StatementLog;
import dev.dayone.pilot.Limits;
import dev.dayone.pilot.error.BadRequestException;
import dev.dayone.pilot.error.ErrorCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;

/** An API with its gate, made of a description and the values of its parameters. */
record OpenedApi(ApiSource source, HttpGate gate, URI base) implements AutoCloseable {
    /** The parameter that stands in for the description's URL. */
    private static final String BASE_URL = "baseUrl";

    /** Of whom it is told, how gently it is read, where calls are counted, and what is known of it. */
    record Terms(String source, Limits limits, StatementLog log, Learned learned) {}

    static OpenedApi open(CamelContext context, String yaml, Map<String, String> values, Terms terms) {
        Description description = DescriptionReader.read(yaml, values, terms.source());
        URI base = base(description, values, terms.source());
        Credentials credentials = Credentials.of(description.auth(), values);
        if (credentials == null) {
            throw invalid(
                    terms.source(),
                    "no way to log in has all its parameters, expected "
                            + String.join(
                                    ", or ",
                                    description.auth().stream()
                                            .map(scheme -> String.join(" and ", scheme.parameters()))
                                            .toList())
                            + ". Give them");
        }
        HttpFailures failures =
                new HttpFailures(terms.source(), String.valueOf(Origin.of(base)), credentials.parameters());
        CallBudget budget = new CallBudget(terms.limits().run(), description.quota(), terms.source(), terms.log());
        HttpGate gate = new HttpGate(
                new CamelWire(context, terms.limits().statementTimeout()),
                new HttpGate.Rules(base, description.searches(), failures),
                credentials,
                budget,
                terms.log());
        Map<String, String> headers = new LinkedHashMap<>();
        description.headers().forEach((name, text) -> headers.put(name, Template.fill(text, values)));
        ApiCalls calls = new ApiCalls(gate, base, headers, failures, terms.log());
        return new OpenedApi(new ApiSource(terms.source(), description, values, calls, terms.learned()), gate, base);
    }

    private static URI base(Description description, Map<String, String> values, String source) {
        String given = values.getOrDefault(BASE_URL, "");
        String template = given.isEmpty() ? description.url() : given;
        Set<String> places = given.isEmpty() ? Template.names(template) : Set.of();
        for (String name : places) {
            String value = values.getOrDefault(name, "");
            if (value.isEmpty()) {
                throw invalid(source, "the parameter '" + name + "' is empty, expected a value. Give it");
            }
            if (!template.equals("{" + name + "}") && !value.matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
                throw invalid(
                        source,
                        "the parameter '" + name + "' is no part of a host's name, expected for example 'acme' in "
                                + template + ". Correct it");
            }
        }
        String text = given.isEmpty() ? Template.fill(template, values) : given;
        try {
            URI base = new URI(text.replaceFirst("/+$", ""));
            String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            if (web && base.getHost() != null && base.getRawUserInfo() == null && base.getRawQuery() == null) {
                return base;
            }
        } catch (URISyntaxException e) {
            // Told below, without what it says: the text may hold more than an address.
        }
        throw invalid(
                source,
                "its address is no URL of a host, expected for example https://api.example.com. Correct "
                        + (places.isEmpty() ? "'" + BASE_URL + "'" : "'" + String.join("', '", places) + "'"));
    }

    private static BadRequestException invalid(String source, String found) {
        return new BadRequestException(
                ErrorCode.PARAMETER_INVALID, "Cannot use the parameters of source '" + source + "': " + found + ".");
    }

    @Override
    public void close() {
        gate.close();
    }
}
