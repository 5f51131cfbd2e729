package org.townloop.supply.pack;

import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.townloop.base.kernel.Refusal;

/** Holds a wish to book against the questions and checks of its pack. The first that is not satisfied speaks. */
final class BookingCheck {

    private record Compiled(Check check, CelRuntime.Program program) {}

    private final Practice practice;
    private final CheckLanguage language;
    private final List<Compiled> checks;

    BookingCheck(Pack pack) {
        practice = pack.practice();
        language = new CheckLanguage(practice.questions(), pack.attributes());
        checks = practice.checks().stream()
                .map(check -> new Compiled(check, language.program(check.require())))
                .toList();
    }

    Optional<Refusal> refusal(Asking asking) {
        return Stream.concat(
                        practice.questions().stream()
                                .map(question ->
                                        question.refusal(asking.answers().get(question.key()))),
                        Stream.of(asking).map(this::failed))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Of the checks alone, but for those that want to know what nobody has answered. */
    Optional<Refusal> failedOfAnswered(Asking asking) {
        return failed(
                asking,
                check -> practice.questions().stream()
                        .filter(question -> check.asksFor(question.key()))
                        .allMatch(question -> asking.answers().containsKey(question.key())));
    }

    private Optional<Refusal> failed(Asking asking) {
        return failed(asking, check -> true);
    }

    private Optional<Refusal> failed(Asking asking, Predicate<Check> asked) {
        var facts = language.facts(asking);
        return checks.stream()
                .filter(each -> each.check().isOf(asking.mode()) && asked.test(each.check()))
                .filter(each -> !CheckLanguage.holds(each.program(), facts))
                .map(each -> Refusal.of(
                        PackReason.CHECK_FAILED,
                        each.check().field(),
                        Map.of("sentence", each.check().refusal())))
                .findFirst();
    }
}
