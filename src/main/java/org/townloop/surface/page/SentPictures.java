package org.townloop.surface.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.media.PictureId;
import org.townloop.base.media.Pictures;

/**
 * Pictures that come with a form, for those whom the matter concerns. They are kept as soon as they are sent, so that a form
 * that was not taken need not send them again: it carries their names.
 */
@Component
public class SentPictures {

    /**
     * @param kept those that the form has
     * @param refusal why one was not taken; null if all were
     */
    public record Kept(List<PictureId> kept, @Nullable Refusal refusal) {

        public List<String> names() {
            return kept.stream().map(PictureId::value).toList();
        }
    }

    private final Pictures pictures;

    SentPictures(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Those that were sent before ({@code photo}), but one that is to go ({@code without}), and those that come now. */
    public Kept keep(
            Actor actor,
            MultiValueMap<String, String> typed,
            @Nullable List<MultipartFile> sent,
            int most,
            Reason tooMany)
            throws IOException {
        var kept = new ArrayList<PictureId>();
        typed.getOrDefault("photo", List.of())
                .forEach(photo -> PictureId.of(photo).ifPresent(kept::add));
        kept.removeIf(photo -> photo.value().equals(Typed.text(typed, "without")));
        for (var file : sent == null ? List.<MultipartFile>of() : sent) {
            if (file.isEmpty()) {
                continue;
            }
            if (kept.size() >= most) {
                return new Kept(kept, Refusal.of(tooMany, "photos", Map.of("max", most)));
            }
            switch (pictures.keepForParties(actor.person(), file.getBytes())) {
                case Outcome.Refused<PictureId>(var refusal) -> {
                    return new Kept(kept, refusal);
                }
                case Outcome.Done<PictureId>(var picture) -> {
                    if (!kept.contains(picture)) {
                        kept.add(picture);
                    }
                }
            }
        }
        return new Kept(kept, null);
    }

    /** Whether the form is only to be shown again, with more pictures or without one. */
    public static boolean isOnlyThese(MultiValueMap<String, String> typed) {
        return typed.containsKey("more") || typed.containsKey("without");
    }
}
