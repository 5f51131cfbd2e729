package org.townloop.loop.checkout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.townloop.loop.voucher.JudgedScan;
import org.townloop.loop.voucher.Redemption;
import org.townloop.loop.voucher.ScanName;
import org.townloop.loop.voucher.Scanner;

/** What is to be written of scans that were judged, by scanner. */
final class Verdicts {

    private static final class Theirs {
        final List<Redemption> taken = new ArrayList<>();
        final Map<String, JudgedScan> kept = new LinkedHashMap<>();
        final Map<String, Long> numbered = new HashMap<>();
    }

    private final Set<ScanName> stored;
    private final Map<Scanner, Theirs> byScanner = new LinkedHashMap<>();

    /** @param stored scans of which something is remembered already */
    Verdicts(Set<ScanName> stored) {
        this.stored = stored;
    }

    void take(Scanner scanner, Redemption part) {
        of(scanner).taken.add(part);
    }

    void keep(Scanner scanner, JudgedScan judged) {
        of(scanner).kept.put(judged.answer().nonce(), judged);
    }

    void number(Scanner scanner, String nonce, long number) {
        of(scanner).numbered.put(nonce, number);
    }

    private Theirs of(Scanner scanner) {
        return byScanner.computeIfAbsent(scanner, who -> new Theirs());
    }

    Map<Scanner, List<Redemption>> taken() {
        return each(theirs -> theirs.taken);
    }

    /** What is to be remembered: not what was answered before, and nothing that a device did not sign. */
    Map<Scanner, List<JudgedScan>> kept() {
        return each(theirs -> List.copyOf(theirs.kept.values()));
    }

    /** Of what is to be remembered, what nothing is remembered of yet. */
    Map<Scanner, List<JudgedScan>> fresh() {
        return keptThat(name -> !stored.contains(name));
    }

    /** Of what is to be remembered, what takes the place of a verdict that nobody heard. */
    Map<Scanner, List<JudgedScan>> again() {
        return keptThat(stored::contains);
    }

    private Map<Scanner, List<JudgedScan>> keptThat(Predicate<ScanName> which) {
        var kept = new LinkedHashMap<Scanner, List<JudgedScan>>();
        byScanner.forEach((scanner, theirs) -> kept.put(
                scanner,
                theirs.kept.values().stream()
                        .filter(scan -> which.test(scanner.name(scan.answer().nonce())))
                        .toList()));
        return kept;
    }

    private <T> Map<Scanner, T> each(Function<Theirs, T> what) {
        var values = new LinkedHashMap<Scanner, T>();
        byScanner.forEach((scanner, theirs) -> values.put(scanner, what.apply(theirs)));
        return values;
    }

    /** Scans that were answered before, as nobody heard, and come again with a number; by nonce. */
    Map<Scanner, Map<String, Long>> numbered() {
        return each(theirs -> theirs.numbered);
    }

    /** The numbers of the scanner that arrived now. */
    List<Long> numbers(Scanner scanner) {
        var theirs = byScanner.getOrDefault(scanner, new Theirs());
        return Stream.concat(
                        theirs.kept.values().stream().map(JudgedScan::sequence).filter(Objects::nonNull),
                        theirs.numbered.values().stream())
                .toList();
    }
}
