package dev.dayone.connector.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.connector.http.Description.AuthScheme;
import dev.dayone.pilot.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The way to log in that a source's parameters allow. Values and tokens are held in memory alone. */
final class Credentials {
    private final @Nullable AuthScheme scheme;
    private final Map<String, String> values;
    private @Nullable String token;
    private @Nullable String refreshToken;

    private Credentials(@Nullable AuthScheme scheme, Map<String, String> values) {
        this.scheme = scheme;
        this.values = values;
    }

    /** The first scheme whose parameters are all given; null: some are listed and none can be used. */
    static @Nullable Credentials of(List<AuthScheme> schemes, Map<String, String> values) {
        boolean any = schemes.stream()
                .flatMap(scheme -> scheme.parameters().stream())
                .anyMatch(name -> !values.getOrDefault(name, "").isEmpty());
        for (AuthScheme scheme : schemes) {
            boolean complete = scheme.parameters().stream()
                    .noneMatch(name -> values.getOrDefault(name, "").isEmpty());
            if (scheme.kind() == AuthScheme.Kind.NONE ? !any : complete) {
                return new Credentials(scheme, values);
            }
        }
        return schemes.isEmpty() ? new Credentials(null, values) : null;
    }

    /** Sends a form to where tokens are had: a URL, relative to the API's address or not. */
    interface TokenCall {
        Answer send(String url, String form);
    }

    /** The names of the parameters that an API judges. */
    Set<String> parameters() {
        return scheme == null ? Set.of() : new TreeSet<>(scheme.parameters());
    }

    /** The headers that prove who asks. */
    Map<String, String> headers(TokenCall call) {
        if (scheme == null) {
            return Map.of();
        }
        return switch (scheme.kind()) {
            case BASIC ->
                Map.of(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((setting("username") + ":" + setting("password"))
                                                .getBytes(StandardCharsets.UTF_8)));
            case BEARER -> Map.of("Authorization", "Bearer " + setting("token"));
            case HEADER -> Map.of(setting("name"), setting("value"));
            case OAUTH2 -> Map.of("Authorization", "Bearer " + token(call));
            case QUERY, NONE -> Map.of();
        };
    }

    /** The URL with the key that proves who asks, where it stands in the query. */
    URI query(URI uri) {
        if (scheme == null || scheme.kind() != AuthScheme.Kind.QUERY) {
            return uri;
        }
        String pair = Template.encoded(setting("name")) + "=" + Template.encoded(setting("value"));
        String text = uri.toString();
        return URI.create(text + (uri.getRawQuery() == null ? "?" : "&") + pair);
    }

    /** Whether there is a new token to try again with after a refusal. */
    boolean renew(TokenCall call) {
        if (scheme == null || scheme.kind() != AuthScheme.Kind.OAUTH2 || token == null) {
            return false;
        }
        token = null;
        return !token(call).isEmpty();
    }

    private String token(TokenCall call) {
        String held = token;
        if (held == null) {
            Answer answer = call.send(setting("tokenUrl"), form());
            held = read(answer);
            token = held;
        }
        return held;
    }

    private String form() {
        Map<String, String> form = new LinkedHashMap<>();
        String refresh = refreshToken == null ? setting("refreshToken") : refreshToken;
        form.put("grant_type", refresh.isEmpty() ? "client_credentials" : "refresh_token");
        if (!refresh.isEmpty()) {
            form.put("refresh_token", refresh);
        }
        form.put("client_id", setting("clientId"));
        form.put("client_secret", setting("clientSecret"));
        if (!setting("scope").isEmpty()) {
            form.put("scope", setting("scope"));
        }
        StringBuilder text = new StringBuilder();
        form.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : "&").append(name).append('=').append(Template.encoded(value)));
        return text.toString();
    }

    private String read(Answer answer) {
        try {
            JsonNode json = Json.MAPPER.readTree(answer.body().array());
            // Some APIs take a refresh token once only and hand out the next with the answer.
            if (json.path("refresh_token").isTextual()) {
                refreshToken = json.path("refresh_token").asText();
            }
            return json.path("access_token").asText("");
        } catch (IOException e) {
            return "";
        }
    }

    private String setting(String name) {
        return scheme == null ? "" : Template.fill(scheme.settings().getOrDefault(name, ""), values);
    }

    @Override
    public String toString() {
        return "Credentials" + parameters();
    }
}
