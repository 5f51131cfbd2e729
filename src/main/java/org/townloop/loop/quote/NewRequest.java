package org.townloop.loop.quote;

import java.util.List;
import java.util.Map;
import org.townloop.base.media.PictureId;
import org.townloop.supply.offer.OfferId;

/**
 * What a resident wants to know the price of.
 *
 * @param words what is to be done
 * @param wished when it would suit them, in their own words; may be empty
 * @param phone may be empty
 * @param address where it is to be done
 * @param destination where it is to go; empty where the offer does not ask
 * @param answers to the trade's questions
 * @param photos that they have sent before
 */
public record NewRequest(
        OfferId offer,
        String words,
        String wished,
        String phone,
        String address,
        String destination,
        Map<String, String> answers,
        List<PictureId> photos) {

    public NewRequest {
        answers = Map.copyOf(answers);
        photos = photos.stream().distinct().toList();
    }
}
