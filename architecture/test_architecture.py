"""The cloud design held against the code that it deploys: ./facet architecture check [NAME...]

NAME as in unittest: Kubernetes, Service.test_ports_agree. What needs Azure, a cluster or Docker is not run here;
README.md says what that leaves unproved.
"""

import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path += [str(HERE / folder) for folder in ("checks", "diagrams", "capacity")]

from azureml_test import AzureMl
from capacity_test import Capacity
from checks_test import ChecksCanFail
from diagrams_test import Diagrams
from documents_test import Documents
from images_test import Images
from kubernetes_test import Kubernetes
from observability_test import Observability
from service_test import Service
from terraform_test import Terraform

if __name__ == "__main__":
    unittest.main(warnings="ignore")
