package org.townloop.supply.pack;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what a pack's content says of how the trade is practised. Packs that say nothing of it are whole. */
final class PracticeContent {

    private PracticeContent() {}

    static Practice read(JsonNode content) {
        return new Practice(
                content.path("questions")
                        .valueStream()
                        .map(PracticeContent::question)
                        .toList(),
                content.path("checks").valueStream().map(PracticeContent::check).toList(),
                content.path("standard")
                        .valueStream()
                        .map(node ->
                                new Practice.Step(node.get("key").asString(), PackContent.words(node.get("label"))))
                        .toList(),
                content.path("complaints")
                        .valueStream()
                        .map(node -> new Practice.Complaint(
                                node.get("key").asString(), PackContent.words(node.get("label")), text(node, "step")))
                        .toList());
    }

    static Question question(JsonNode node) {
        return new Question(
                node.get("key").asString(),
                PackContent.words(node.path("label")),
                Question.Type.of(node.get("type").asString()),
                node.path("required").asBoolean(false),
                PackContent.choices(node),
                number(node, "minimum"),
                number(node, "maximum"));
    }

    private static Check check(JsonNode node) {
        return new Check(
                node.get("require").asString(),
                node.get("field").asString(),
                PackContent.words(node.get("refusal")),
                text(node, "mode"));
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asString() : null;
    }

    private static @Nullable Integer number(JsonNode node, String field) {
        return node.path(field).isInt() ? node.get(field).asInt() : null;
    }
}
