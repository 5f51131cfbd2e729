package org.townloop.supply.pack;

import dev.cel.runtime.CelRuntime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private Optional<Refusal> failed(Asking asking) {
        var facts = language.facts(asking);
        return checks.stream()
                .filter(each -> each.check().isOf(asking.mode()) && !CheckLanguage.holds(each.program(), facts))
                .map(each -> Refusal.of(
                        PackReason.CHECK_FAILED,
                        each.check().field(),
                        Map.of("sentence", each.check().refusal())))
                .findFirst();
    }
}
