package org.townloop.supply.pack;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The Common Expression Language (<a href="https://github.com/google/cel-spec">cel-spec</a>) as checks may use it: over
 * the wish, the answers and the offer's attributes, each of a known type, and without macros. An expression without
 * macros has no loops, so that what one costs is bounded by its length and that of the answers; patterns are matched in
 * linear time.
 */
final class CheckLanguage {

    static final int LONGEST = 500;
    private static final int MOST_NODES = 120;
    private static final int DEEPEST = 24;
    private static final int LARGEST_PATTERN = 500;

    private static final CelOptions BOUNDS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseExpressionNodeCount(MOST_NODES)
            .maxParseRecursionDepth(DEEPEST)
            .maxRegexProgramSize(LARGEST_PATTERN)
            .enableComprehension(false)
            .build();

    private final Collection<Question> questions;
    private final Collection<Attribute> attributes;
    private final CelCompiler compiler;
    private final CelRuntime runtime =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(BOUNDS).build();

    CheckLanguage(Collection<Question> questions, Collection<Attribute> attributes) {
        this.questions = questions;
        this.attributes = attributes;
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(BOUNDS)
                .setResultType(SimpleType.BOOL);
        for (var number : List.of("quantity", "hour", "minute", "weekday", "leadMinutes")) {
            builder.addVar(number, SimpleType.INT);
        }
        builder.addVar("mode", SimpleType.STRING);
        questions.forEach(question -> builder.addVar("answers." + question.key(), type(question)));
        attributes.forEach(attribute -> builder.addVar("attributes." + attribute.key(), type(attribute)));
        compiler = builder.build();
    }

    /** What is wrong with the expression; empty if it can be evaluated. */
    List<CelIssue> issues(String expression) {
        return compiler.compile(expression).getErrors();
    }

    /** @throws IllegalArgumentException if it is not an expression of this language */
    CelRuntime.Program program(String expression) {
        try {
            return runtime.createProgram(tree(expression));
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private CelAbstractSyntaxTree tree(String expression) {
        try {
            return compiler.compile(expression).getAst();
        } catch (CelValidationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Whether the check holds. One that cannot be worked out does not. */
    static boolean holds(CelRuntime.Program program, Map<String, Object> facts) {
        try {
            return Boolean.TRUE.equals(program.eval(facts));
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    Map<String, Object> facts(Asking asking) {
        var facts = new HashMap<String, Object>();
        facts.put("quantity", (long) asking.quantity());
        facts.put("hour", (long) asking.start().getHour());
        facts.put("minute", (long) asking.start().getMinute());
        facts.put("weekday", (long) asking.start().getDayOfWeek().getValue());
        facts.put(
                "leadMinutes",
                Duration.between(asking.now(), asking.start().toInstant()).toMinutes());
        facts.put("mode", asking.mode());
        questions.forEach(question -> facts.put(
                "answers." + question.key(), question.value(asking.answers().get(question.key()))));
        attributes.forEach(attribute -> facts.put(
                "attributes." + attribute.key(),
                value(attribute, asking.attributes().get(attribute.key()))));
        return facts;
    }

    private static CelType type(Question question) {
        return switch (question.type()) {
            case TEXT, CHOICE -> SimpleType.STRING;
            case NUMBER -> SimpleType.INT;
            case FLAG -> SimpleType.BOOL;
        };
    }

    private static CelType type(Attribute attribute) {
        return switch (attribute.type()) {
            case FLAG -> SimpleType.BOOL;
            case CHOICE, TEXT -> SimpleType.STRING;
            case CHOICES -> ListType.create(SimpleType.STRING);
            case NUMBER -> SimpleType.DOUBLE;
        };
    }

    /** What an offer does not say of itself is empty, no, or zero. */
    private static Object value(Attribute attribute, @Nullable JsonNode node) {
        var said = node == null ? JsonNodeFactory.instance.nullNode() : node;
        return switch (attribute.type()) {
            case FLAG -> said.asBoolean(false);
            case CHOICE, TEXT -> said.asString("");
            case CHOICES -> said.valueStream().map(JsonNode::asString).toList();
            case NUMBER -> said.asDouble(0);
        };
    }
}
