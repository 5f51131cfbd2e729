package org.townloop.supply.pack;

import dev.cel.runtime.CelEvaluationException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.townloop.base.kernel.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Whether the expressions of the checks can be evaluated, are small enough, and find a number where they count. */
record CheckMeaning(JsonNode content, YamlText text, PackMeaning faults) {

    void look() {
        var questions = new ArrayList<Question>();
        int i = 0;
        for (var node : content.path("questions")) {
            if (isWhole(node)) {
                var question = PracticeContent.question(node);
                questions.add(question);
                look("/questions/" + i, question);
            }
            i++;
        }
        var language = new CheckLanguage(once(questions), PackContent.wholeAttributes(content.path("attributes")));
        i = 0;
        for (var check : content.path("checks")) {
            look("/checks/" + i + "/require", check.path("require").asString(""), language, questions);
            i++;
        }
    }

    private static boolean isWhole(JsonNode node) {
        return node.path("key").isString()
                && List.of("text", "number", "choice", "flag")
                        .contains(node.path("type").asString(""));
    }

    private static List<Question> once(List<Question> questions) {
        var byKey = new LinkedHashMap<String, Question>();
        questions.forEach(question -> byKey.putIfAbsent(question.key(), question));
        return List.copyOf(byKey.values());
    }

    private void look(String at, Question question) {
        if (question.type() == Question.Type.CHOICE && question.choices().isEmpty()) {
            faults.fault(at, "a choice needs oneOf with two choices or more", "choice 需要 oneOf，至少两个选项");
        }
        var min = question.min();
        var max = question.max();
        if (min != null && max != null && min > max) {
            faults.fault(at + "/maximum", "is below the minimum: exchange them", "最大值小于最小值：请对调");
        }
    }

    private void look(String at, String expression, CheckLanguage language, List<Question> questions) {
        if (expression.isBlank()) {
            return;
        }
        var issues = language.issues(expression);
        issues.forEach(issue -> faults.add(text.faultWithin(
                at,
                issue.getSourceLocation().getLine(),
                issue.getSourceLocation().getColumn(),
                words(issue.getMessage()))));
        if (issues.isEmpty()) {
            counted(at, expression, questions);
            computable(at, expression, language);
        }
    }

    private static Words words(String message) {
        if (message.contains("exceeds") || message.contains("limit") || message.contains("recursion")) {
            return Words.of(
                    "is too costly: at most " + CheckLanguage.LONGEST + " letters and some hundred terms (" + message
                            + ")",
                    "过于复杂：最多 " + CheckLanguage.LONGEST + " 字、约一百项（" + message + "）");
        }
        if (message.matches("(?s).*undeclared reference to '(all|exists|exists_one|map|filter|has)'.*")) {
            return Words.of(
                    "loops are not allowed, a check must end: use 'x in list', && and || (" + message + ")",
                    "不能使用循环，检查必须能结束：请用 'x in list'、&& 和 ||（" + message + "）");
        }
        return Words.of(
                message + ": there are quantity, hour, minute, weekday, leadMinutes, mode, answers.… and attributes.…",
                message + "：可用 quantity、hour、minute、weekday、leadMinutes、mode、answers.… 与 attributes.…");
    }

    /** A number that nobody gave is no zero. */
    private void counted(String at, String expression, List<Question> questions) {
        questions.stream()
                .filter(question -> question.type() == Question.Type.NUMBER && !question.required())
                .filter(question -> expression.contains("answers." + question.key()))
                .forEach(question -> faults.fault(
                        at,
                        "counts answers." + question.key() + ", which may be left open: make the question required",
                        "用到了可不回答的 answers." + question.key() + "：请把该问题设为必答"));
    }

    private void computable(String at, String expression, CheckLanguage language) {
        var asking = new Asking(
                "",
                1,
                Instant.EPOCH.atZone(ZoneOffset.UTC),
                Instant.EPOCH,
                Map.of(),
                JsonNodeFactory.instance.objectNode());
        try {
            language.program(expression).eval(language.facts(asking));
        } catch (CelEvaluationException | IllegalArgumentException e) {
            faults.fault(
                    at,
                    "cannot be worked out where nothing is answered: " + e.getMessage(),
                    "在未作任何回答时无法计算：" + e.getMessage());
        }
    }
}
