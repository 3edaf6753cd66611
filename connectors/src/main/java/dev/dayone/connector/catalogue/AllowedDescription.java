package dev.dayone.connector.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dayone.pilot.yaml.YamlTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody else's description of an API may not say, though dayone would read it: POST to what is no search, and
 * addresses that a secret of the source would go to, or that hold one.
 */
final class AllowedDescription {
    private static final String BASE_URL = "baseUrl";
    private static final Pattern SEARCH = Pattern.compile("(?i)search|query");
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/?#]*@");
    private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~-].*");
    private static final Pattern UNDER = Pattern.compile("(https?://[^/?#@\\\\\\s]+|\\{[A-Za-z][A-Za-z0-9]*})(/.*)?");

    private final JsonNode told;
    private final Set<String> parameters;
    private final List<String> problems = new ArrayList<>();

    private AllowedDescription(JsonNode told, Set<String> parameters) {
        this.told = told;
        this.parameters = parameters;
    }

    /** What is wrong with a description, each in a sentence without its end. */
    static List<String> problems(String description, Set<String> parameters) {
        YamlTree tree = YamlTree.parse(description);
        if (!tree.problems().isEmpty()) {
            return tree.problems().stream()
                    .map(problem -> "description that is " + problem.message())
                    .toList();
        }
        AllowedDescription allowed = new AllowedDescription(tree.root(), parameters);
        allowed.searches();
        allowed.address();
        allowed.tokenUrls();
        return allowed.problems;
    }

    /** A connector's own word that a path is a search is not enough where it is somebody else's: a write is POST too. */
    private void searches() {
        JsonNode searches = told.path("searches");
        if (!searches.isMissingNode() && !searches.isArray()) {
            problems.add("a value where a list is expected");
        }
        searches.forEach(search -> {
            String path = search.asText();
            if (!SEARCH.matcher(path.substring(path.lastIndexOf('/') + 1)).find()) {
                problems.add(
                        "POST to '" + AllowedConnector.cut(path) + "', expected paths that end in a search or query");
            }
        });
    }

    private void address() {
        if (CREDENTIALS.matcher(told.path("url").asText()).find()) {
            problems.add("'url' with credentials in it, expected them as parameters");
        }
    }

    private void tokenUrls() {
        JsonNode auth = told.path("auth");
        Iterable<JsonNode> schemes = auth.isArray() ? auth : List.of(auth);
        for (JsonNode scheme : schemes) {
            JsonNode tokenUrl = scheme.path("oauth2").path("tokenUrl");
            if (!tokenUrl.isMissingNode() && !isAtHome(tokenUrl.asText())) {
                String shown = CREDENTIALS.matcher(tokenUrl.asText()).replaceAll("//");
                problems.add("'oauth2.tokenUrl' of '" + AllowedConnector.cut(shown)
                        + "', expected a path such as /oauth/token, or a URL that begins as 'url' does");
            }
        }
    }

    /** Whether the client's secret would go where the API's other calls go, whatever the parameters are. */
    private boolean isAtHome(String tokenUrl) {
        if (PATH.matcher(tokenUrl).matches()) {
            return true;
        }
        Matcher home = UNDER.matcher(told.path("url").asText());
        Matcher token = UNDER.matcher(tokenUrl);
        return home.matches()
                && token.matches()
                && home.group(1).equals(token.group(1))
                // Given, it stands in for 'url', and the URL of tokens would stay behind.
                && (!parameters.contains(BASE_URL) || home.group(1).equals("{" + BASE_URL + "}"));
    }
}
