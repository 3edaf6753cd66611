"""Data for the pilot beside, what ran where by Spark's event log, and a comparison of reports."""
import csv
import glob
import json
import os
import random
import sys


def data(folder):
    """Tables that a job is not too much for: texts that hardly compress, numbers, times, and defects."""
    random.seed(7)
    with open(f"{folder}/contacts.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "email", "city"])
        for i in range(60_000):
            email = f"person{i}@field.example" if i % 50 else ""
            out.writerow([i, email.upper() if i % 9 == 0 else email, random.choice(["Ulm", "Bonn", "Köln", "Jena", ""])])
    words = "printer invoice refund login password crash update order late broken please help thanks error".split()
    with open(f"{folder}/tickets.csv", "w", newline="") as file:
        out = csv.writer(file)
        out.writerow(["id", "contact_id", "email", "opened", "closed", "status", "subject", "body", "minutes", "amount", "extra"])
        for i in range(220_000):
            day = f"{2024 + i % 2}-{1 + random.randrange(12):02d}-{1 + random.randrange(28):02d}"
            contact = random.randrange(62_000)
            out.writerow([
                i if i % 90_001 else i + 1,
                contact if i % 40 else "",
                f"person{contact}@field.example" + (" " if i % 31 == 0 else ""),
                f"{day} {random.randrange(24):02d}:{random.randrange(60):02d}:{random.randrange(60):02d}",
                day if i % 3 else "",
                random.choices(["open", "closed", "solved", "N/A"], [3, 5, 9, 1])[0],
                " ".join(random.choices(words, k=4)),
                f"{random.getrandbits(512):0128x}",
                f"{random.lognormvariate(3, 1.3):.6f}" if i % 20 else "",
                f"{random.randrange(5_000_00) / 100:.2f}",
                json.dumps({"n": i % 17}) if i % 25 else "{broken",
            ])


def tasks(work):
    """How many tasks ran on each worker: an executor's folder lies below the worker that started it."""
    ran = {}
    for name in glob.glob(f"{work}/events/*"):
        for line in open(name):
            event = json.loads(line)
            if event["Event"] == "SparkListenerTaskEnd" and event["Task End Reason"]["Reason"] == "Success":
                executor = (event["Task Info"]["Executor ID"], os.path.basename(name).split(".")[0])
                ran[executor] = ran.get(executor, 0) + 1
    by_worker = {"worker1": 0, "worker2": 0}
    for (executor, application), count in ran.items():
        for worker in by_worker:
            if os.path.isdir(f"{work}/{worker}/{application}/{executor}"):
                by_worker[worker] += count
    for worker, count in by_worker.items():
        print(f"{count} tasks on {worker}")
    if not all(by_worker.values()) or sum(by_worker.values()) != sum(ran.values()):
        sys.exit("Not every worker has calculated")


TIMES = {("run", "id"), ("run", "startedAt"), ("run", "completedAt")}


def values(node, place=()):
    if isinstance(node, dict):
        if not node:
            yield place, {}
        for name, below in node.items():
            yield from values(below, place + (name,))
    elif isinstance(node, list):
        yield place + ("length",), len(node)
        for i, below in enumerate(node):
            yield from values(below, place + (i,))
    elif place not in TIMES:
        yield place, node


def compare(first, *others):
    """Every value of a report against the others', run and times left out."""
    expected = dict(values(json.load(open(first))))
    compared = different = 0
    for other in others:
        found = dict(values(json.load(open(other))))
        for place in sorted(expected.keys() | found.keys(), key=str):
            compared += 1
            if place not in expected or place not in found or expected[place] != found[place]:
                different += 1
                if different <= 20:
                    print(".".join(map(str, place)), expected.get(place), found.get(place))
    print(f"{compared} values compared, {different} differ")
    sys.exit(1 if different else 0)


{"data": data, "tasks": tasks, "compare": compare}[sys.argv[1]](*sys.argv[2:])
