package org.townloop.surface.api;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.townloop.base.kernel.Words;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.supply.offer.SetMenu;
import org.townloop.surface.page.Texts;

/**
 * What was chosen of set menus, in the words of a bundle, as far as there is room: a bundle has at most 1 MB, of which
 * its vouchers without these words take up to 600 kB.
 */
final class ChoiceTexts {

    private static final int MOST_BYTES = 300_000;

    /** What a pair of texts takes in JSON besides them. */
    private static final int FRAME_BYTES = 20;

    private final Map<VoucherId, List<SetMenu.Chosen>> chosen;
    private final Function<List<SetMenu.Chosen>, Words> wording;
    private final Map<List<SetMenu.Chosen>, Words> worded = new HashMap<>();
    private int bytesLeft = MOST_BYTES;

    ChoiceTexts(Map<VoucherId, List<SetMenu.Chosen>> chosen, Function<List<SetMenu.Chosen>, Words> wording) {
        this.chosen = chosen;
        this.wording = wording;
    }

    /** Empty if nothing was chosen, or there is no room any more: ask for the nearest first. */
    Optional<Words> of(VoucherId voucher) {
        var dishes = chosen.get(voucher);
        if (dishes == null || bytesLeft < 0) {
            return Optional.empty();
        }
        var words = worded.computeIfAbsent(dishes, wording);
        bytesLeft -= bytes(words);
        return bytesLeft < 0 ? Optional.empty() : Optional.of(words);
    }

    private static int bytes(Words words) {
        return FRAME_BYTES
                + Stream.of(words.in(Texts.ENGLISH), words.in(Texts.CHINESE))
                        .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
    }
}
