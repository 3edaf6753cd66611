package dev.dayone.readiness.privacy;

import java.util.Locale;
import java.util.Set;

/** Common given names of several languages: enough to tell a column of people from one of products. */
final class GivenNames {
    private static final Set<String> NAMES =
            Set.of(("james john robert michael william david richard joseph thomas charles daniel "
                            + "matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george "
                            + "edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen "
                            + "larry justin scott brandon benjamin samuel gregory frank alexander raymond patrick "
                            + "jack dennis jerry tyler aaron jose adam henry nathan douglas peter noah ethan liam "
                            + "oliver lucas leo oscar max felix simon martin mary patricia jennifer linda "
                            + "elizabeth barbara susan jessica sarah karen nancy lisa betty margaret sandra ashley "
                            + "kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie "
                            + "rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma "
                            + "nicole helen samantha katherine christine debra rachel carolyn janet catherine "
                            + "maria heather diane ruth julie olivia joyce virginia victoria kelly lauren "
                            + "christina joan evelyn judith alice grace chloe sophie sophia mia julia eva clara "
                            + "nina lena lea hannah hanna hans klaus jürgen jurgen wolfgang stefan andreas markus "
                            + "matthias sebastian tobias jan lars sven uwe dirk ralf heike sabine petra monika "
                            + "claudia ursula katrin anja silke birgit greta jean pierre michel philippe alain "
                            + "nicolas françois francois marie isabelle nathalie camille louis hugo antoine juan "
                            + "carlos luis javier miguel pedro antonio manuel francisco carmen ana isabel lucia "
                            + "lucía sofia sofía elena marta giovanni marco luca giuseppe francesca giulia chiara "
                            + "alessandro matteo paolo piotr krzysztof andrzej tomasz agnieszka katarzyna "
                            + "magdalena ewa ivan dmitri sergei alexei natalia olga tatiana irina elif mehmet "
                            + "ahmet mustafa fatma ayşe mohammed muhammad ali omar fatima aisha priya amit raj "
                            + "anil sunita wei li ming yuki kenji erik nils ingrid astrid johan anders kristin "
                            + "lukas jonas paula tim tom ben chris alex sam joao joão ines inês rui miriam noor "
                            + "yusuf ibrahim leila amir kofi ama chidi zoe ella ida")
                    .split(" "));

    private GivenNames() {}

    /** Whether the first word of a text, or the word behind a comma, is a common given name. */
    static boolean among(String text) {
        int space = text.indexOf(' ');
        int comma = text.indexOf(", ");
        String word = comma > 0 ? text.substring(comma + 2) : text.substring(0, Math.max(space, 0));
        return NAMES.contains(word.toLowerCase(Locale.ROOT));
    }
}
