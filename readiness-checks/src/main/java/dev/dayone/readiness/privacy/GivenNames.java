package dev.dayone.readiness.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Common given names of several languages: enough to tell a column of people from one of products. */
final class GivenNames {
    private static final Set<String> NAMES =
            Set.copyOf(List.of(("james john robert michael william david richard joseph thomas charles daniel "
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
                            + "yusuf ibrahim leila amir kofi ama chidi zoe ella ida "
                            + "günther gunther günter heinz horst dieter manfred helmut gerhard jens kai torsten thorsten "
                            + "carsten karsten holger frauke anke ulrike brigitte renate ingrid gisela christa karin heinrich "
                            + "karl werner bernd bernhard rolf ulrich rainer reiner volker thorben finn leon jannik moritz "
                            + "johannes jakob emil anton theo hedwig charlotte lotte mila lina marie-luise hildegard "
                            + "jacques andré andre bernard claude didier gérard gerard guillaume julien laurent olivier "
                            + "pascal sébastien sebastien sylvie véronique veronique monique chantal brigitte élodie elodie "
                            + "aurélie aurelie céline celine hélène helene jeanne juliette léa manon chloé inès zoé mathieu "
                            + "josé maría jesús jesus álvaro alvaro pablo sergio diego fernando rafael raúl raul rubén ruben "
                            + "alejandro andrés andres jorge josefa pilar dolores cristina rocío rocio beatriz mercedes "
                            + "antonia teresa raquel silvia montserrat concepción francisca alba noelia "
                            + "mario luigi roberto stefano angelo vincenzo salvatore domenico davide simone federico "
                            + "riccardo lorenzo gabriele valentina federica alessandra elisa silvia giorgia martina ilaria "
                            + "rosa caterina lucia antonella giovanna daniela "
                            + "kees henk joost pieter willem wouter sjoerd bram daan sem thijs jeroen marieke anneke "
                            + "femke sanne lotte roos maaike els joke wilma hendrik cornelis gerrit saskia "
                            + "jan stanisław stanislaw zbigniew jerzy tadeusz marek grzegorz józef jozef łukasz lukasz adam "
                            + "zofia hanna julia maja barbara małgorzata malgorzata elżbieta elzbieta joanna beata dorota "
                            + "wojciech mateusz michał michal paweł pawel jakub kamil marcin krystyna jadwiga "
                            + "joaquim joaquín rui tiago nuno gonçalo goncalo rodrigo duarte vasco luísa luisa mariana "
                            + "catarina beatriz fátima conceição teresa paulo ricardo bruno filipe henrique gustavo "
                            + "александр сергей дмитрий алексей андрей михаил иван николай владимир павел максим артём артем "
                            + "евгений виктор юрий олег игорь анна мария елена ольга наталья ирина светлана татьяна "
                            + "екатерина юлия анастасия людмила галина валентина надежда вера оксана "
                            + "aleksandr sergey dmitry alexey andrey mikhail nikolay vladimir pavel maksim evgeny viktor "
                            + "yuri oleg igor yelena svetlana tatyana ekaterina yulia anastasia lyudmila galina "
                            + "ahmed ali hasan hüseyin huseyin hüsnü ibrahim ismail osman murat emre burak can cem "
                            + "ayse emine hatice zeynep merve esra büşra busra özlem ozlem gül gul selin deniz "
                            + "khaled youssef hassan karim samir nadia layla yasmin chen jing hiroshi sakura jin min-jun "
                            + "arjun rahul vikram sanjay deepak neha pooja anjali svetlana björn bjorn gustav erika "
                            + "elin maja freja søren soren mette lars-erik pekka jukka matti päivi anneli tuomas "
                            + "ondřej ondrej jiří jiri petr tomáš tomas zdeněk jana lenka ivana györgy istván lászló zoltán "
                            + "mihai ion andrei ioana elena nikos giorgos dimitris maria kostas")
                    .split(" ")));

    private GivenNames() {}

    /** Whether a text is a common given name alone, capitalised as names are. */
    static boolean is(String text) {
        return Character.isUpperCase(text.codePointAt(0)) && NAMES.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether the first word of a text, or the word behind a comma, is a common given name. */
    static boolean among(String text) {
        int space = text.indexOf(' ');
        int comma = text.indexOf(", ");
        String word = comma > 0 ? text.substring(comma + 2) : text.substring(0, Math.max(space, 0));
        return NAMES.contains(word.toLowerCase(Locale.ROOT));
    }
}
