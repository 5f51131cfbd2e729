package org.townloop.supply.offer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Written;

/** Codes as they are typed or pasted: one on each line. Lines without anything count, so that their numbers are right. */
final class CodeLines {

    private static final int CODE_MAX = 500;
    private static final int CODES_MAX = 5_000;
    private static final int NAMED = 20;

    private CodeLines() {}

    static Outcome<List<String>> read(String typed) {
        var codes = new ArrayList<String>();
        var seen = new HashMap<String, Integer>();
        var twice = new ArrayList<Integer>();
        var unfit = new ArrayList<Integer>();
        var lines = typed.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            var code = lines[i].strip();
            if (code.isEmpty()) {
                continue;
            }
            if (!Written.isName(code, CODE_MAX)) {
                unfit.add(i + 1);
            } else if (seen.putIfAbsent(code, i + 1) != null) {
                twice.add(i + 1);
            }
            codes.add(code);
        }
        if (!unfit.isEmpty()) {
            return Outcome.refused(refusal(OfferReason.CODE_UNFIT, unfit, CODE_MAX));
        }
        if (!twice.isEmpty()) {
            return Outcome.refused(refusal(OfferReason.CODE_TWICE, twice, CODE_MAX));
        }
        return codes.isEmpty() || codes.size() > CODES_MAX
                ? Outcome.refused(Refusal.of(OfferReason.CODES_MISSING, "codes", Map.of("max", CODES_MAX)))
                : Outcome.done(codes);
    }

    /** Those that the offer has already. */
    static Refusal known(String typed, List<String> added) {
        var fresh = new HashSet<>(added);
        var known = new ArrayList<Integer>();
        var lines = typed.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank() && !fresh.contains(lines[i].strip())) {
                known.add(i + 1);
            }
        }
        return refusal(OfferReason.CODE_KNOWN, known, CODE_MAX);
    }

    private static Refusal refusal(Reason reason, List<Integer> lines, int max) {
        var named = lines.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        return Refusal.of(reason, "codes", Map.of("lines", lines.size() > NAMED ? named + " …" : named, "max", max));
    }
}
