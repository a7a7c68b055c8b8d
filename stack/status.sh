# ./facet status
